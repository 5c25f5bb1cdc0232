package recon.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a sheet cannot be read: what was looked for and what was there. */
final class NearMiss {

    /** A row with fewer known headings may be a patient's data, which no message may show. */
    private static final int SURELY_HEADINGS = 3;

    private static final int SHOWN = 40;

    private NearMiss() {}

    static String words(HeadingRow nearest, Mapping mapping) {
        if (nearest.known() < SURELY_HEADINGS) {
            return ("no heading row among its first rows (%d columns): looked for the headings of claims (%s) or of"
                            + " remittances (%s)")
                    .formatted(
                            nearest.texts().size(),
                            String.join(", ", KindOfFile.missing(FileKind.CLAIMS, Set.of())),
                            String.join(", ", KindOfFile.missing(FileKind.REMITTANCES, Set.of())));
        }
        List<String> there =
                nearest.texts().stream().filter(text -> !text.isEmpty()).toList();
        Set<Field> fields = mapping.fields();
        return "row %d has headings, but for claims it lacks %s, and for remittances %s; there are: %s%s"
                .formatted(
                        nearest.firstNumber(),
                        lacking(FileKind.CLAIMS, fields),
                        lacking(FileKind.REMITTANCES, fields),
                        there.stream().limit(SHOWN).collect(Collectors.joining("', '", "'", "'")),
                        there.size() > SHOWN ? " and " + (there.size() - SHOWN) + " more" : "");
    }

    private static String lacking(FileKind kind, Set<Field> fields) {
        return String.join(", ", KindOfFile.missing(kind, fields));
    }
}
