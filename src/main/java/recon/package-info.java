/** The door of the house: the commands that people and schedulers start. */
@NullMarked
package recon;

import org.jspecify.annotations.NullMarked;
