/**
 * The sample month of {@code input/} and large generated months for tests and the benchmark: everybody in them is invented.
 */
@NullMarked
package recon.sample;

import org.jspecify.annotations.NullMarked;
