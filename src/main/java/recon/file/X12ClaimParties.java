package recon.file;

import java.util.Locale;

/** Who stands above the claims of an 837P: billing provider (HL 20), subscriber and payer (HL 22), patient (HL 23). */
final class X12ClaimParties {

    /** A person or organization; what it does not state is empty. */
    static final class Party {
        private String lastName = "";
        private String firstName = "";
        private String npi = "";
        private String credential = "";
        private String state = "";

        void name(X12Segment nm1) {
            lastName = nm1.element(3);
            firstName = nm1.element(4);
            npi = nm1.is(8, "XX") ? nm1.element(9) : "";
        }

        void taxonomy(X12Segment prv) {
            credential = credentialOf(prv.element(3));
        }

        void address(X12Segment n4) {
            state = n4.element(2);
        }

        String lastName() {
            return lastName;
        }

        String firstName() {
            return firstName;
        }

        String npi() {
            return npi;
        }

        String credential() {
            return credential;
        }

        String state() {
            return state;
        }
    }

    private Party billing = new Party();
    private Party subscriber = new Party();
    private Party patient = new Party();
    private boolean patientIsSubscriber = true;
    private String filingCode = "";
    private String memberId = "";
    private String payer = "";
    private String payerId = "";
    private String named = "";

    /** What the provider taxonomy (NUCC code set) says of the credential that Medicare pays at 85 %; empty for all others. */
    static String credentialOf(String taxonomy) {
        String code = taxonomy.toUpperCase(Locale.ROOT);
        if (code.startsWith("363L")) {
            return "NP";
        }
        if (code.startsWith("363A")) {
            return "PA";
        }
        return code.startsWith("364S") ? "CNS" : "";
    }

    void level(X12Segment hl) {
        named = "";
        switch (hl.element(3)) {
            case "20" -> {
                billing = new Party();
                forgetSubscriber();
            }
            case "22" -> forgetSubscriber();
            case "23" -> {
                patient = new Party();
                patientIsSubscriber = false;
            }
            default -> {
                // No other level belongs to an 837P.
            }
        }
    }

    private void forgetSubscriber() {
        subscriber = new Party();
        patientIsSubscriber = true;
        filingCode = "";
        memberId = "";
        payer = "";
        payerId = "";
    }

    void accept(X12Segment segment) {
        switch (segment.id()) {
            case "NM1" -> name(segment);
            case "SBR" -> filingCode = segment.element(9);
            case "PRV" -> {
                if (segment.is(1, "BI")) {
                    billing.taxonomy(segment);
                }
            }
            case "N4" -> {
                if (named.equals("85")) {
                    billing.address(segment);
                }
            }
            default -> {
                // Contacts, birth dates and tax numbers are not needed.
            }
        }
    }

    private void name(X12Segment nm1) {
        named = nm1.qualifier(1);
        switch (named) {
            case "85" -> billing.name(nm1);
            case "IL" -> {
                subscriber.name(nm1);
                memberId = nm1.element(9);
            }
            case "QC" -> {
                patient.name(nm1);
                patientIsSubscriber = false;
            }
            case "PR" -> {
                payer = nm1.element(3);
                payerId = nm1.element(9);
            }
            default -> {
                // 41 submitter, 40 receiver, 87 pay-to address.
            }
        }
    }

    Party billing() {
        return billing;
    }

    Party patient() {
        return patientIsSubscriber ? subscriber : patient;
    }

    String filingCode() {
        return filingCode;
    }

    String memberId() {
        return memberId;
    }

    String payer() {
        return payer;
    }

    String payerId() {
        return payerId;
    }
}
