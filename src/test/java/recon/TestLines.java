package recon;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;

/**
 * Claim and remittance lines told as {@code name=value} words, so that a test states only what matters: one unit of 96372 at $40.00 on
 * 5 October 2026 by the private payer "Test Health", answered on 20 October under check CHK1.
 */
public final class TestLines {

    private TestLines() {}

    /** {@code claim(7, "units=2 charge=80.00 class=MEDICARE")}. */
    public static ClaimLine claim(long id, String words) {
        Words w = new Words(words);
        return new ClaimLine(
                id,
                SourceRef.row(w.or("file", "claims.csv"), null, id),
                w.payer("Test Health"),
                null,
                w.payerClass(PayerClass.PRIVATE),
                null,
                w.or("pcn", "A1"),
                w.get("icn"),
                w.number("line", null),
                w.get("control"),
                w.or("member", "TEST1"),
                "none".equals(w.get("name"))
                        ? null
                        : w.or("name", "SAMPLE,_TEST").replace('_', ' '),
                w.date("on", "2026-10-05"),
                new ProcedureCode(w.or("code", "96372")),
                Modifiers.parse(w.or("mods", "").replace('+', ' ')),
                Integer.parseInt(w.or("units", "1")),
                Money.of(w.or("charge", "40.00")),
                w.unless("pos", "11"),
                "1999999984",
                w.get("credential"),
                w.get("submitted") == null ? null : w.date("submitted", ""),
                w.get("frequency"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                w.get("state"),
                w.get("locality"));
    }

    /**
     * {@code payment(9, "paid=0.00 adj=CO-97:40.00 remarks=M15")}; not stated is null, as in a file; {@code mods=none} is of a file
     * without a column for them; {@code file=era.835} is X12.
     */
    public static RemittanceLine payment(long id, String words) {
        Words w = new Words(words);
        LocalDate posted = w.date("posted", "2026-10-20");
        String file = w.or("file", "remittances.csv");
        return new RemittanceLine(
                id,
                file.endsWith(".835") ? SourceRef.segment(file, id) : SourceRef.row(file, null, id),
                w.payer("Test Health"),
                null,
                w.payerClass(null),
                w.get("filing") == null ? null : PayerClass.valueOf(w.or("filing", "")),
                w.unless("check", "CHK1"),
                "none".equals(w.get("dated")) ? null : posted,
                "none".equals(w.get("pcn")) ? null : w.or("pcn", "A1"),
                w.get("icn"),
                w.get("control"),
                w.number("sequence", null),
                w.get("status"),
                w.unless("member", "TEST1"),
                "SAMPLE, TEST",
                w.date("on", "2026-10-05"),
                new ProcedureCode(w.or("code", "96372")),
                w.get("original") == null ? null : new ProcedureCode(w.or("original", "")),
                "none".equals(w.get("mods"))
                        ? Modifiers.NOT_STATED
                        : Modifiers.parse(w.or("mods", "").replace('+', ' ')),
                w.number("units", null),
                w.number("paidUnits", null),
                w.unless("pos", "11"),
                Money.of(w.or("billed", "40.00")),
                w.money("allowed"),
                Money.of(w.or("paid", "0.00")),
                w.money("share"),
                Adjustment.parse(w.or("adj", "")),
                w.get("remarks") == null
                        ? List.of()
                        : List.of(w.or("remarks", "").split(",")),
                null,
                posted);
    }

    private static final class Words {
        private final Map<String, String> values = new HashMap<>();

        Words(String words) {
            for (String word : words.isBlank() ? new String[0] : words.strip().split("\\s+")) {
                int equals = word.indexOf('=');
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }

        @Nullable
        String get(String name) {
            return values.get(name);
        }

        String or(String name, String other) {
            return values.getOrDefault(name, other);
        }

        /** Null where the word is "none". */
        @Nullable
        String unless(String name, String other) {
            String text = or(name, other);
            return text.equals("none") ? null : text;
        }

        @Nullable
        String payer(String other) {
            String payer = or("payer", other);
            return payer.equals("none") ? null : payer.replace('_', ' ');
        }

        @Nullable
        PayerClass payerClass(@Nullable PayerClass other) {
            String stated = get("class");
            return stated == null ? other : PayerClass.valueOf(stated);
        }

        LocalDate date(String name, String other) {
            return LocalDate.parse(or(name, other));
        }

        @Nullable
        Integer number(String name, @Nullable Integer other) {
            String text = get(name);
            return text == null ? other : Integer.valueOf(text);
        }

        @Nullable
        Money money(String name) {
            String text = get(name);
            return text == null ? null : Money.of(text);
        }
    }
}
