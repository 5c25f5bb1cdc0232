package recon.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.price.ExpectedAmount.Priced;
import recon.verdict.Finding;
import recon.verdict.ReasonCodes;
import recon.verdict.Verdict;

/**
 * What lines have in common that can be disputed with one letter. To appeal a single injection costs more than it brings.
 *
 * @param cause cause of an underpayment, or group and reason code of a denial, its remark codes where it has no other
 * @param category what the reason code is about, in the practice's words and so not for the payer; empty for an underpayment
 * @param ground what can be contended against a denial, empty where there is nothing and for an underpayment
 * @param rateSource kind and source of the expected amount, empty where none is known
 */
record Dispute(
        PayerKey payer,
        boolean denial,
        String cause,
        String category,
        String ground,
        String rateSource,
        Prospect prospect)
        implements Comparable<Dispute> {

    private static final ReasonCodes REASON_CODES = ReasonCodes.shipped();

    private static final Comparator<Dispute> ORDER = Comparator.comparing(Dispute::payer)
            .thenComparing(Dispute::denial)
            .thenComparing(Dispute::cause, ReadingOrder.OF_TEXTS)
            .thenComparing(Dispute::category, ReadingOrder.OF_TEXTS)
            .thenComparing(Dispute::ground, ReadingOrder.OF_TEXTS)
            .thenComparing(Dispute::rateSource, ReadingOrder.OF_TEXTS)
            .thenComparing(Dispute::prospect);

    /** Whether a letter has somebody to go to and something to win. */
    enum Prospect {
        LETTER("yes"),
        NO_PAYER("no: the payer is not stated"),
        UNKNOWN_AMOUNT("no: what is at stake is not known"),
        NOTHING_AT_STAKE("no: nothing is at stake"),
        /** Claims to mend or to send anew (CARC 16, MA130), and claims that came too late (CARC 29). */
        NO_APPEAL("no: cannot be appealed; see the lines' next action"),
        /** Claims to mend, permissions to obtain, or somebody else to bill. */
        NO_GROUND("no: nothing to contend; see the lines' next action"),
        /** The practice's own expectation binds no payer. */
        NO_RATE("no: judged by a range, not by a contract or fee schedule"),
        DATE_PASSED("no: the last day to appeal has passed");

        private final String words;

        Prospect(String words) {
            this.words = words;
        }

        private static Prospect ofUnderpayment(Finding finding, String rateSource) {
            return any(finding).orElse(rateName(rateSource).isEmpty() ? NO_RATE : inTime(finding));
        }

        /** @param ground what can be contended, or null */
        private static Prospect ofDenial(Finding finding, @Nullable String ground) {
            return any(finding)
                    .orElse(finding.appealBy() == null ? NO_APPEAL : ground == null ? NO_GROUND : inTime(finding));
        }

        private static Prospect inTime(Finding finding) {
            Integer daysLeft = finding.daysLeft();
            return daysLeft != null && daysLeft < 0 ? DATE_PASSED : LETTER;
        }

        /** Why no dispute, of whatever kind, can have a letter; empty where it may. */
        private static Optional<Prospect> any(Finding finding) {
            Money atIssue = finding.atIssue();
            if (finding.subject().payer().equals(PayerDirectory.Payer.NOT_STATED.name())) {
                return Optional.of(NO_PAYER);
            } else if (atIssue == null) {
                return Optional.of(UNKNOWN_AMOUNT);
            }
            return atIssue.isPositive() ? Optional.empty() : Optional.of(NOTHING_AT_STAKE);
        }
    }

    /** The dispute that a finding belongs to, or null where there is nothing to dispute. */
    static @Nullable Dispute of(Finding finding) {
        String source = FindingColumns.rangeSource(finding);
        String rate = source == null ? "" : source;
        Finding.Denial denial = finding.denial();
        if (denial != null && finding.verdict().isDenial()) {
            String ground = REASON_CODES.ground(denial);
            return new Dispute(
                    PayerKey.of(finding),
                    true,
                    denial.reason().isEmpty() ? denial.rarc() : denial.reason(),
                    denial.category(),
                    ground == null ? "" : ground,
                    rate,
                    Prospect.ofDenial(finding, ground));
        }
        if (finding.verdict() != Verdict.UNDERPAID) {
            return null;
        }
        String cause = finding.cause() == null ? "under range" : finding.cause();
        return new Dispute(PayerKey.of(finding), false, cause, "", "", rate, Prospect.ofUnderpayment(finding, rate));
    }

    /**
     * What the payer may know the rate by: the name of a contract or schedule; empty for a range, which is the practice's own. In whose
     * place it stands, and of which locality it has no figures, is the practice's affair.
     */
    String rateName() {
        return rateName(rateSource);
    }

    private static String rateName(String rateSource) {
        int kind = rateSource.indexOf(": ");
        if (kind < 0 || rateSource.startsWith("range")) {
            return "";
        }
        String name = rateSource.substring(kind + 2);
        return before(Priced.NO_FIGURES, before(Priced.IN_PLACE_OF, name));
    }

    private static String before(String sign, String text) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Where it has a name. */
    private String rateInWords() {
        return "the %s rate (%s)".formatted(rateSource.startsWith("contract") ? "contracted" : "scheduled", rateName());
    }

    /** Whether the amount in dispute is told by a range that is the outlier itself; false where no range tells it. */
    boolean restsOnASuspectRange(RangeSuspects ranges) {
        return !rateSource.isEmpty() && ranges.isSuspect(payer);
    }

    boolean hasLetter() {
        return prospect == Prospect.LETTER;
    }

    @Override
    public int compareTo(Dispute other) {
        return ORDER.compare(this, other);
    }

    /**
     * A row of {@code Disputes}.
     *
     * @param rangeSuspect whether the range, rather than the payer, is the outlier
     */
    record Row(Dispute dispute, Tally lines, boolean rangeSuspect) {

        /** For the wording alone, in which the range is not in question. */
        Row(Dispute dispute, Tally lines) {
            this(dispute, lines, false);
        }

        Row(Dispute dispute, Tally lines, RangeSuspects ranges) {
            this(dispute, lines, dispute.restsOnASuspectRange(ranges));
        }

        static List<Column<Row>> columns() {
            return List.of(
                    Column.text("Payer", 26, "The payer to write to", r -> r.dispute()
                            .payer()
                            .payer()),
                    Column.text("Payer class", 11, "Medicare, Medicaid, Private or Unknown", r -> r.dispute()
                            .payer()
                            .payerClass()
                            .label()),
                    Column.text(
                            "Cause / CARC",
                            28,
                            "Cause of the underpayment, or group, reason code and category of the denial",
                            r -> (r.dispute().cause() + " " + r.dispute().category()).strip()),
                    Column.text("Range source", 22, "Kind and source of the expected amount", r -> r.dispute()
                            .rateSource()),
                    Column.count(
                            "Lines", 8, "Lines in the dispute", r -> r.lines().lines()),
                    Column.money("Billed", "Their charges", r -> r.lines().billed()),
                    Column.money(
                            "In dispute",
                            "Their shortfalls, or what is at stake; blank where that is not known",
                            r -> r.lines().knownAtIssue()),
                    Column.date(
                            "First deadline",
                            "Earliest appeal deadline that has not passed; blank where none is left or known",
                            r -> r.lines().earliestDeadline()),
                    Column.sentences(
                            "Suggested wording",
                            90,
                            "For one letter over all the lines; to be checked, and what stands in brackets to be said, before it is sent. Blank where no letter is due",
                            r -> r.dispute().hasLetter() ? r.wording() : null),
                    Column.text(
                            "Range suspect",
                            10,
                            "yes where the range, rather than the payer, is the outlier: check it before disputing",
                            r -> r.rangeSuspect() ? "yes" : "no"),
                    Column.text("Letter", 30, "yes where a letter is due, else why none is", r -> r.dispute()
                            .prospect()
                            .words),
                    Column.count(
                            "Listed before",
                            10,
                            "Of the lines, those that an earlier month has listed: they may be in dispute already",
                            r -> r.lines().carriedLines()));
        }

        /** One paragraph for a letter: facts and figures, no patient's data. */
        String wording() {
            return dispute.denial() ? denialWording() : underpaymentWording();
        }

        private String underpaymentWording() {
            boolean one = lines.lines() == 1;
            return ("On %s of CPT 96372 you allowed %s%s. By %s %s to at least %s: %s less than expected (%s). "
                            + "Please reprocess the %s, or name the fee schedule that you applied.")
                    .formatted(
                            number(),
                            lines.allowed().inWords(),
                            one ? "" : " in all",
                            dispute.rateInWords(),
                            one ? "it comes" : "they come",
                            lines.expectedLow().inWords(),
                            lines.atIssue().inWords(),
                            dispute.cause(),
                            one ? "line of the enclosed list" : "lines of the enclosed list together");
        }

        private String denialWording() {
            return "You denied %s of CPT 96372%s, billed at %s, with %s. Please review the %s. Our ground: %s.%s"
                    .formatted(
                            number(),
                            inPart(),
                            lines.billed().inWords(),
                            dispute.cause(),
                            lines.lines() == 1 ? "line of the enclosed list" : "lines of the enclosed list together",
                            dispute.ground(),
                            atStake());
        }

        /** Empty where a range tells it: that is nothing which the payer has to keep. */
        private String atStake() {
            return dispute.rateName().isEmpty()
                    ? ""
                    : " At stake by %s: %s."
                            .formatted(dispute.rateInWords(), lines.atIssue().inWords());
        }

        private String inPart() {
            if (!lines.allowed().isPositive()) {
                return "";
            }
            return lines.lines() == 1 ? " in part" : " in whole or in part";
        }

        private String number() {
            return RunWarnings.count(lines.lines(), "line");
        }
    }
}
