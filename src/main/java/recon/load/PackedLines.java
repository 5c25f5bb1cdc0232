package recon.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.SourceRef;

/**
 * Claim lines as one text, since the lines of a claim have most of their fields in common.
 *
 * <p>Each line is followed by a line feed, its fields are separated by tabs. An empty field is as in the line before, and in the first
 * line unknown; {@code \N} is unknown, {@code \E} an empty text, and {@code \\}, {@code \t} and {@code \n} are those characters.
 */
final class PackedLines {

    private static final int FIELDS = 33;
    private static final String UNKNOWN = "\\N";
    private static final String EMPTY = "\\E";

    private PackedLines() {}

    static String pack(List<StagedClaimLine> lines) {
        StringBuilder packed = new StringBuilder();
        @Nullable String[] before = new @Nullable String[FIELDS];
        for (StagedClaimLine line : lines) {
            @Nullable String[] fields = fields(line);
            for (int i = 0; i < FIELDS; i++) {
                if (!Objects.equals(fields[i], before[i])) {
                    append(packed, fields[i]);
                }
                packed.append(i < FIELDS - 1 ? '\t' : '\n');
            }
            before = fields;
        }
        return packed.toString();
    }

    private static void append(StringBuilder packed, @Nullable String field) {
        if (field == null) {
            packed.append(UNKNOWN);
        } else if (field.isEmpty()) {
            packed.append(EMPTY);
        } else {
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                switch (c) {
                    case '\\' -> packed.append("\\\\");
                    case '\t' -> packed.append("\\t");
                    case '\n' -> packed.append("\\n");
                    default -> packed.append(c);
                }
            }
        }
    }

    private static @Nullable String[] fields(StagedClaimLine staged) {
        ClaimLine line = staged.line();
        return new @Nullable String[] {
            Long.toString(staged.lineId()),
            line.source().sheet(),
            line.source().unit().name(),
            Long.toString(line.source().number()),
            line.payer(),
            line.payerId(),
            name(line.statedClass()),
            name(line.filingClass()),
            line.patientControlNumber(),
            line.payerClaimNumber(),
            text(line.lineNumber()),
            line.lineControlNumber(),
            line.memberId(),
            line.patientName(),
            line.serviceDate().toString(),
            line.code().code(),
            line.modifiers().inOrder().isEmpty() ? null : line.modifiers().toString(),
            Integer.toString(line.units()),
            Long.toString(line.charge().cents()),
            line.placeOfService(),
            line.renderingNpi(),
            line.renderingCredential(),
            text(line.submitted()),
            line.frequency(),
            line.diagnoses().isEmpty() ? null : String.join(" ", line.diagnoses()),
            line.ndc(),
            line.drug(),
            line.dose(),
            line.route(),
            line.site(),
            text(line.administered()),
            line.state(),
            line.locality()
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String name(@Nullable PayerClass value) {
        return value == null ? null : value.name();
    }

    /** @param file that the lines came from */
    static List<ClaimLine> unpack(String file, String packed) {
        List<ClaimLine> lines = new ArrayList<>();
        @Nullable String[] fields = new @Nullable String[FIELDS];
        int from = 0;
        while (from < packed.length()) {
            for (int i = 0; i < FIELDS; i++) {
                int to = packed.indexOf(i < FIELDS - 1 ? '\t' : '\n', from);
                if (to > from) {
                    fields[i] = field(packed.substring(from, to));
                }
                from = to + 1;
            }
            lines.add(line(file, new Fields(fields)));
        }
        return lines;
    }

    private static @Nullable String field(String packed) {
        if (packed.indexOf('\\') < 0) {
            return packed;
        }
        if (packed.equals(UNKNOWN)) {
            return null;
        }
        if (packed.equals(EMPTY)) {
            return "";
        }
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < packed.length(); i++) {
            char c = packed.charAt(i);
            if (c == '\\') {
                c = switch (packed.charAt(++i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    default -> '\\';
                };
            }
            field.append(c);
        }
        return field.toString();
    }

    private static ClaimLine line(String file, Fields fields) {
        return new ClaimLine(
                Long.parseLong(fields.stated()),
                new SourceRef(
                        file, fields.next(), SourceRef.Unit.valueOf(fields.stated()), Long.parseLong(fields.stated())),
                fields.next(),
                fields.next(),
                fields.payerClass(),
                fields.payerClass(),
                fields.stated(),
                fields.next(),
                fields.number(),
                fields.next(),
                fields.next(),
                fields.next(),
                LocalDate.parse(fields.stated()),
                new ProcedureCode(fields.stated()),
                fields.modifiers(),
                Integer.parseInt(fields.stated()),
                Money.ofCents(Long.parseLong(fields.stated())),
                fields.next(),
                fields.next(),
                fields.next(),
                fields.date(),
                fields.next(),
                fields.codes(),
                fields.next(),
                fields.next(),
                fields.next(),
                fields.next(),
                fields.next(),
                fields.truth(),
                fields.next(),
                fields.next());
    }

    /** A line's fields, one after the other. */
    private static final class Fields {
        private final @Nullable String[] fields;
        private int next;

        Fields(@Nullable String[] fields) {
            this.fields = fields;
        }

        @Nullable
        String next() {
            return fields[next++];
        }

        String stated() {
            return Objects.requireNonNull(next());
        }

        @Nullable
        Integer number() {
            String field = next();
            return field == null ? null : Integer.valueOf(field);
        }

        @Nullable
        LocalDate date() {
            String field = next();
            return field == null ? null : LocalDate.parse(field);
        }

        @Nullable
        Boolean truth() {
            String field = next();
            return field == null ? null : Boolean.valueOf(field);
        }

        @Nullable
        PayerClass payerClass() {
            String field = next();
            return field == null ? null : PayerClass.valueOf(field);
        }

        Modifiers modifiers() {
            String field = next();
            return field == null ? Modifiers.NONE : Modifiers.parse(field);
        }

        List<String> codes() {
            String field = next();
            return field == null ? List.of() : LineRows.codes(field);
        }
    }
}
