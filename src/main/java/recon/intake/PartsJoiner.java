package recon.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.file.Cell;

/**
 * Joins the parts into which the payer of an 835 split one service line, so that the line is judged by all that was allowed for it.
 * Which rows are parts of one line, its claim's total told when the file was read ({@link Field#PART_OF}).
 */
final class PartsJoiner {

    private static final String UNREADABLE_PART =
            "part of a service line that the payer split (one REF*6R), of which another part is rejected";

    private PartsJoiner() {}

    /** @param drafts the lines of one claim */
    static void join(List<RemittanceDraft> drafts) {
        Map<String, List<RemittanceDraft>> lines = new LinkedHashMap<>();
        for (RemittanceDraft draft : drafts) {
            if (draft.isInScope() && draft.values().cell(Field.PART_OF) instanceof Cell.Text first) {
                lines.computeIfAbsent(first.text(), sequence -> new ArrayList<>(2))
                        .add(draft);
            }
        }
        lines.values().forEach(PartsJoiner::joinParts);
    }

    private static void joinParts(List<RemittanceDraft> parts) {
        long readable = parts.stream().filter(RemittanceDraft::isReadable).count();
        if (readable < parts.size()) {
            // The others alone would be judged as the whole line, and their payer accused.
            parts.stream().filter(part -> !part.isFaulty()).forEach(part -> part.values()
                    .fault(-1, UNREADABLE_PART));
            return;
        }
        for (RemittanceDraft part : parts.subList(1, parts.size())) {
            parts.get(0).takeUp(part);
        }
    }
}
