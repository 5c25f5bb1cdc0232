/**
 * Measures the job beside what could be used in its place: {@code mvn -Pbenchmark verify}. Only that profile has the libraries of the
 * others, so only it compiles this package.
 */
@NullMarked
package recon.benchmark;

import org.jspecify.annotations.NullMarked;
