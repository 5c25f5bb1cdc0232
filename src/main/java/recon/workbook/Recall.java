package recon.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.Fingerprint;
import recon.verdict.Finding;

/**
 * Finds again what was typed beside a line. Its key says what the line is (claim, line number, date, modifiers, charge) and where it
 * stands on file. Two lines that are alike in all of that differ in their place. Where the file of a line is on file no longer, since
 * the claims were exported anew, the line is the next one that is the same. A line of a corrected claim is the one that it took the place
 * of, whatever that was. The payer is no part of the key: another spelling may name
 * it in the next month.
 */
final class Recall {

    private static final int HEX_DIGITS = 16;
    private static final String SEPARATOR = "\u001f";

    private final Fingerprint fingerprint = new Fingerprint();
    private final Worklist earlier;
    private final LinesOnFile lines;
    /** Of lines whose file is on file no longer, by what they are. */
    private final Map<String, List<String>> adrift = new HashMap<>();
    /** The keys of lines that were replaced, by the line that stands in their place now; of several, one beside which somebody typed. */
    private final Map<Long, String> replaced = new HashMap<>();

    Recall(Worklist earlier, LinesOnFile lines) {
        this.earlier = earlier;
        this.lines = lines;
        earlier.entries().keySet().stream()
                .filter(key -> key.length() > HEX_DIGITS && !lines.stillHold(place(key)))
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .forEach(key -> adrift.computeIfAbsent(content(key), content -> new ArrayList<>())
                        .add(key));
        for (String key : earlier.entries().keySet()) {
            Long heir = lines.heirOf(place(key));
            if (heir != null) {
                replaced.merge(heir, key, (one, other) -> earlier.of(one).isTyped() ? one : other);
            }
        }
    }

    /** To be asked once for each finding, in their order. */
    WorkItem of(Finding finding) {
        if (finding.claimLineId() == null) {
            return new WorkItem(finding, content(finding), null, Worklist.Entry.NONE);
        }
        String key = content(finding) + lines.placeOf(finding.claimLineId());
        String before = before(earlier.entries().containsKey(key) ? key : adrift(finding), finding.claimLineId());
        return new WorkItem(finding, key, before, before == null ? Worklist.Entry.NONE : earlier.of(before));
    }

    /** @param itself the key under which an earlier worklist lists the line itself, or null where none does */
    private @Nullable String before(@Nullable String itself, long lineId) {
        String older = replaced.get(lineId);
        boolean isOlderTyped = older != null && earlier.of(older).isTyped();
        return itself == null || isOlderTyped && !earlier.of(itself).isTyped() ? older : itself;
    }

    private @Nullable String adrift(Finding finding) {
        List<String> keys = adrift.getOrDefault(content(finding), List.of());
        if (keys.isEmpty()) {
            return null;
        }
        String ofItsPayer = keys.stream()
                .filter(key -> Objects.equals(
                        earlier.of(key).payer(), finding.subject().payer()))
                .findFirst()
                .orElse(keys.get(0));
        keys.remove(ofItsPayer);
        return ofItsPayer;
    }

    private String content(Finding finding) {
        Finding.Subject subject = finding.subject();
        String name = String.join(
                SEPARATOR,
                subject.claim() == null ? subject.payerClaimNumber() : subject.claim(),
                String.valueOf(subject.lineNumber()),
                subject.serviceDate().toString(),
                subject.modifiers(),
                finding.amounts().billed().toString());
        return fingerprint.text(name).hex().substring(0, HEX_DIGITS);
    }

    private static String content(String key) {
        return key.substring(0, HEX_DIGITS);
    }

    /** Where the line of a key stands; blank for a key that does not tell. */
    static String place(String key) {
        return key.substring(Math.min(HEX_DIGITS, key.length()));
    }
}
