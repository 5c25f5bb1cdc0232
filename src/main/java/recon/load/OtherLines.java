package recon.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Money;

/**
 * Claim lines of other codes than 96372 that follow one another in a file and are of one claim, member and day. The claim audit looks
 * at them, and asks for them by nothing else, so they stand in one row of the database.
 *
 * @param lines at least one
 */
public record OtherLines(long fileId, List<StagedClaimLine> lines) {

    /**
     * Keeps a row within the million characters that its column holds, however many lines a claim has: a line whose texts are all as
     * long as the intake lets them be, and escaped, has fewer than 20,000.
     */
    private static final int MOST_LINES = 50;

    /** Lines that have followed one another so far. */
    public static final class Sequence {
        private final List<StagedClaimLine> lines = new ArrayList<>();

        /** @return the lines before, where this one is not of their claim, member and day; else null */
        public @Nullable OtherLines add(StagedClaimLine line) {
            OtherLines ended = lines.isEmpty() || lines.size() < MOST_LINES && follows(line) ? null : end();
            lines.add(line);
            return ended;
        }

        private boolean follows(StagedClaimLine line) {
            StagedClaimLine first = lines.get(0);
            return first.fileId() == line.fileId()
                    && claim(first).equals(claim(line))
                    && Objects.equals(member(first), member(line))
                    && first.line().serviceDate().equals(line.line().serviceDate());
        }

        /** @return the lines that have followed one another, or null where there are none */
        public @Nullable OtherLines end() {
            OtherLines ended =
                    lines.isEmpty() ? null : new OtherLines(lines.get(0).fileId(), List.copyOf(lines));
            lines.clear();
            return ended;
        }
    }

    private static String claim(StagedClaimLine staged) {
        return MatchKeys.of(staged.line().patientControlNumber());
    }

    private static @Nullable String member(StagedClaimLine staged) {
        return MatchKeys.ofNullable(staged.line().memberId());
    }

    long firstLine() {
        return lines.get(0).lineId();
    }

    long lastLine() {
        return lines.get(lines.size() - 1).lineId();
    }

    String claim() {
        return claim(lines.get(0));
    }

    @Nullable
    String member() {
        return member(lines.get(0));
    }

    LocalDate serviceDate() {
        return lines.get(0).line().serviceDate();
    }

    Money charges() {
        return lines.stream().map(staged -> staged.line().charge()).reduce(Money.ZERO, Money::plus);
    }

    /** Whether any line is of a replacing or voiding claim (X12 CLM05-3 = 7 or 8). */
    boolean ofVersion() {
        return lines.stream().anyMatch(staged -> staged.line().isVersion());
    }

    boolean haveDrug() {
        return lines.stream().anyMatch(staged -> staged.line().code().isDrug());
    }

    boolean haveDiagnoses() {
        return lines.stream().anyMatch(staged -> !staged.line().diagnoses().isEmpty());
    }

    boolean haveNdc() {
        return lines.stream().anyMatch(staged -> staged.line().ndc() != null);
    }

    /**
     * Such lines as they are on file.
     *
     * @param someAside whether the run goes by none or not all of them
     */
    public record OnFile(long firstLine, long lastLine, boolean someAside, List<ClaimLine> lines) {}
}
