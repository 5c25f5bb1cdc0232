package recon.sample;

import java.time.LocalDate;

/**
 * A payment line of a generated month.
 *
 * @param status claim status: 1 primary, 22 reversal
 * @param allowed cents
 * @param denial CARC of a payment that allows nothing
 */
record GeneratedPayment(Line line, LocalDate checkDate, String status, int allowed, String denial) {

    static final long CHARGE_CENTS = 6800;

    record Payer(String name, String payerClass, int lowCents, int highCents) {}

    /** One claim line of one unit. */
    record Line(
            Payer payer,
            String control,
            int number,
            String member,
            LocalDate serviceDate,
            String code,
            String modifiers) {

        boolean isInjection() {
            return code.equals("96372");
        }

        String controlNumber() {
            return control + "-" + number;
        }

        /** Invented, and one for each claim. */
        String lastName() {
            return "SAMPLE-" + control.substring(7);
        }
    }

    GeneratedPayment of(Line other) {
        return new GeneratedPayment(other, checkDate, status, allowed, denial);
    }

    GeneratedPayment reversed(LocalDate later) {
        return new GeneratedPayment(line, later, "22", allowed, denial);
    }

    /** Cents that the patient owes: 20 %, of Medicaid nothing. */
    int share() {
        return line.payer().payerClass().equals("Medicaid") ? 0 : (allowed + 2) / 5;
    }

    /** The plain layout's form, signed. */
    String adjustments(int sign) {
        StringBuilder text = new StringBuilder(40);
        text.append(allowed == 0 ? "CO-" + denial : "CO-45").append(':');
        Decimals.append(text, sign * (CHARGE_CENTS - allowed));
        if (share() > 0) {
            Decimals.append(text.append(";PR-2:"), sign * (long) share());
        }
        return text.toString();
    }
}
