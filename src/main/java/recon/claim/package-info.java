/**
 * The words of the field that every later room of the house uses: claim and remittance lines, money, codes, places.
 *
 * <p>Nothing here reads, writes, matches or judges. Amounts are exact cents; dates are calendar dates; a {@code null} stands
 * only where a component's Javadoc says what it means (always "not stated", never zero).
 */
@NullMarked
package recon.claim;

import org.jspecify.annotations.NullMarked;
