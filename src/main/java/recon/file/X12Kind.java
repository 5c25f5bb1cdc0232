package recon.file;

import java.util.Locale;
import java.util.Map;

/** What a transaction set is, told by ST01 and by the implementation guide that ST03, else GS08, names. */
enum X12Kind {
    REMITTANCE("835 remittance"),
    PROFESSIONAL("professional claims (837P)"),
    /** An 837 that names no known guide: its lines tell (SV1, SV2 or SV3). */
    CLAIMS_OF_UNKNOWN_GUIDE("claims (837)"),
    INSTITUTIONAL("institutional claims (837I)"),
    DENTAL("dental claims (837D)"),
    /** Asks what would be paid; nothing was claimed, so no answer is owed. */
    PREDETERMINATION("a predetermination of benefits (837)"),
    /** A payer's report of what it already decided, to a registry; not what the practice submitted. */
    POST_ADJUDICATED("post-adjudicated claims data (837)"),
    ELIGIBILITY("an eligibility request or answer (270/271)"),
    CLAIM_STATUS("a claim status request, answer or acknowledgment (276/277)"),
    AUTHORIZATION("a services review (278)"),
    ATTACHMENT("patient information (275)"),
    PREMIUM("a premium payment (820)"),
    ENROLLMENT("a benefit enrollment (834)"),
    ACKNOWLEDGMENT("an acknowledgment of receipt (997/999)"),
    OTHER("a transaction set of another kind");

    /** Guide numbers of ASC X12N: 5010, its predeterminations and data reports, then 4010. */
    private static final Map<String, X12Kind> GUIDES = Map.ofEntries(
            Map.entry("X222", PROFESSIONAL),
            Map.entry("X098", PROFESSIONAL),
            Map.entry("X223", INSTITUTIONAL),
            Map.entry("X096", INSTITUTIONAL),
            Map.entry("X224", DENTAL),
            Map.entry("X097", DENTAL),
            Map.entry("X291", PREDETERMINATION),
            Map.entry("X292", PREDETERMINATION),
            Map.entry("X293", PREDETERMINATION),
            Map.entry("X298", POST_ADJUDICATED),
            Map.entry("X299", POST_ADJUDICATED),
            Map.entry("X300", POST_ADJUDICATED));

    private static final Map<String, X12Kind> SETS = Map.ofEntries(
            Map.entry("835", REMITTANCE),
            Map.entry("837", CLAIMS_OF_UNKNOWN_GUIDE),
            Map.entry("270", ELIGIBILITY),
            Map.entry("271", ELIGIBILITY),
            Map.entry("276", CLAIM_STATUS),
            Map.entry("277", CLAIM_STATUS),
            Map.entry("278", AUTHORIZATION),
            Map.entry("275", ATTACHMENT),
            Map.entry("820", PREMIUM),
            Map.entry("834", ENROLLMENT),
            Map.entry("997", ACKNOWLEDGMENT),
            Map.entry("999", ACKNOWLEDGMENT));

    private static final int GUIDE_AT = 6;
    private static final int GUIDE_CHARS = 4;

    private final String words;

    X12Kind(String words) {
        this.words = words;
    }

    /**
     * @param set ST01
     * @param guide ST03, else GS08 ({@code 005010X222A1}); empty where neither is stated, as in files that begin at ST
     */
    static X12Kind of(String set, String guide) {
        X12Kind kind = SETS.getOrDefault(set, OTHER);
        if (kind != CLAIMS_OF_UNKNOWN_GUIDE || guide.length() < GUIDE_AT + GUIDE_CHARS) {
            return kind;
        }
        String number = guide.substring(GUIDE_AT, GUIDE_AT + GUIDE_CHARS).toUpperCase(Locale.ROOT);
        return GUIDES.getOrDefault(number, kind);
    }

    boolean mayHoldProfessionalClaims() {
        return this == PROFESSIONAL || this == CLAIMS_OF_UNKNOWN_GUIDE;
    }

    /** Whether claims that were submitted are in it, of whichever kind. */
    boolean holdsClaims() {
        return mayHoldProfessionalClaims() || this == INSTITUTIONAL || this == DENTAL;
    }

    /** For people, as the object of "holds". */
    String words() {
        return words;
    }
}
