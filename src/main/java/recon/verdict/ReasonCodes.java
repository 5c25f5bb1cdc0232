package recon.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Carc;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

/** What claim adjustment reason codes and remark codes mean for a 96372 line ({@code reason-codes.csv}, {@code remark-codes.csv}). */
public final class ReasonCodes {

    /**
     * A claim adjustment reason code (X12 code list 139).
     *
     * @param kind {@code S} soft, {@code H} hard, or {@code none} where it is no denial
     * @param appealable false where an appeal leads nowhere
     * @param ground what a letter contends against it, in brackets what its sender has to say; null where there is nothing to contend,
     *     since the claim is to be mended, something is to be obtained first, or somebody else pays
     */
    record Reason(
            String category,
            String kind,
            boolean preventable,
            String nextAction,
            boolean appealable,
            @Nullable String ground) {

        private static final Reason UNKNOWN = new Reason(
                "other", "S", false, "look the reason code up and ask the payer what is missing", true, null);
    }

    /** What a remark code (X12 code list 411) changes about the reason that it stands beside. */
    enum Effect {
        /** Only explains. */
        NONE,
        /** The claim was never adjudicated: there is nothing to appeal, a new claim is due. */
        UNPROCESSABLE,
        NO_APPEAL,
        /** Rightly not paid to a practitioner. */
        EXPECTED_ZERO
    }

    /**
     * @param nextAction in the place of the reason code's, or null
     * @param ground in the place of the reason code's where there is a next action, or null
     */
    record Remark(
            Effect effect,
            @Nullable String nextAction,
            @Nullable String ground) {}

    private static final Map<String, Effect> EFFECTS = Map.of(
            "UNPROCESSABLE", Effect.UNPROCESSABLE,
            "NO-APPEAL", Effect.NO_APPEAL,
            "EXPECTED-ZERO", Effect.EXPECTED_ZERO);

    private final Map<String, Reason> reasons;
    private final Map<String, Remark> remarks;

    private ReasonCodes(Map<String, Reason> reasons, Map<String, Remark> remarks) {
        this.reasons = reasons;
        this.remarks = remarks;
    }

    public static ReasonCodes shipped() {
        return new ReasonCodes(
                reasons(ReferenceTable.shipped("reason-codes.csv")),
                remarks(ReferenceTable.shipped("remark-codes.csv")));
    }

    private static Map<String, Reason> reasons(ReferenceTable table) {
        table.optionalColumns("ground")
                .requireColumns("carc", "category", "kind", "preventable", "next_action", "appealable", "source");
        Map<String, Reason> reasons = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            reasons.put(
                    row.text("carc").toUpperCase(Locale.ROOT),
                    new Reason(
                            row.text("category"),
                            row.text("kind"),
                            row.yesNo("preventable"),
                            row.text("next_action"),
                            row.yesNo("appealable"),
                            row.optionalText("ground")));
        }
        return reasons;
    }

    private static Map<String, Remark> remarks(ReferenceTable table) {
        table.optionalColumns("effect", "next_action", "ground").requireColumns("rarc", "meaning", "source");
        Map<String, Remark> remarks = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            Effect effect = row.optionalOneOf("effect", EFFECTS);
            remarks.put(
                    row.text("rarc").toUpperCase(Locale.ROOT),
                    new Remark(
                            effect == null ? Effect.NONE : effect,
                            row.optionalText("next_action"),
                            row.optionalText("ground")));
        }
        return remarks;
    }

    /** A code that is not listed has a meaning of its own: "other". */
    Reason reason(Carc carc) {
        return reasons.getOrDefault(carc.code(), Reason.UNKNOWN);
    }

    boolean hasEffect(List<String> remarkCodes, Effect effect) {
        return remarkCodes.stream().anyMatch(code -> {
            Remark remark = remarks.get(code);
            return remark != null && remark.effect() == effect;
        });
    }

    /** What to do, by the remark codes where one of them says so, else by the reason. */
    String nextAction(Reason reason, List<String> remarkCodes) {
        Remark telling = telling(remarkCodes);
        return telling == null || telling.nextAction() == null ? reason.nextAction() : telling.nextAction();
    }

    /**
     * What a letter can contend against a denial, by the remark codes where one of them says what to do, else by the reason; null where no
     * letter makes sense, or where remark codes that say nothing of it tell the denial alone.
     */
    public @Nullable String ground(Finding.Denial denial) {
        Remark telling = telling(List.of(denial.rarc().split(" ")));
        if (telling != null) {
            return telling.ground();
        }
        return denial.carc().isEmpty() ? null : reason(new Carc(denial.carc())).ground();
    }

    /** The first remark that says what to do, or null. */
    private @Nullable Remark telling(List<String> remarkCodes) {
        return remarkCodes.stream()
                .map(remarks::get)
                .filter(remark -> remark != null && remark.nextAction() != null)
                .findFirst()
                .orElse(null);
    }
}
