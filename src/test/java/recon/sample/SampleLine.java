package recon.sample;

import recon.claim.Money;

/**
 * A service line of a sample claim.
 *
 * @param number 1-based place in the claim
 * @param modifiers separated by spaces, empty for none
 * @param charge for all units
 * @param ndc empty but on a drug's line
 * @param drug empty but on an injection's and a drug's line; dose, route and site likewise
 * @param administered {@code yes}, {@code no} or empty
 */
record SampleLine(
        SampleClaim claim,
        int number,
        String code,
        String modifiers,
        int units,
        Money charge,
        String ndc,
        String drug,
        String dose,
        String route,
        String site,
        String administered) {

    boolean isInjection() {
        return code.equals("96372");
    }

    String controlNumber() {
        return claim.control() + "L" + number;
    }

    /** What the article's range expects at least of the line. */
    Money expectedLow() {
        return claim.payer().low().times(units);
    }

    Money expectedHigh() {
        return claim.payer().high().times(units);
    }

    @Override
    public String toString() {
        return claim.control() + " line " + number;
    }
}
