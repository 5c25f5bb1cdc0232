package recon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.verdict.Finding;

/**
 * One Word file for each dispute of the sheets {@code Disputes} that is to have a letter, ready for a letterhead: what is asked, the
 * figures, and the list of lines with their arithmetic. Files are named by payer and number
 * ({@code dispute-2026-10-aster-health-plan-01.docx}): the list holds patients' data, a name does not.
 */
public final class DisputeLetters implements MonthReport.Report {

    private static final int MOST_CHARACTERS_OF_A_NAME = 40;

    private final Path folder;
    private final MonthReport report;
    private final @Nullable String password;
    private final Map<Dispute, Letter> letters = new TreeMap<>();
    private final RangeSuspects ranges = new RangeSuspects();
    private final List<Path> written = new ArrayList<>();
    private String payer = "";
    private boolean finished;

    private DisputeLetters(Path folder, MonthReport report, @Nullable String password) {
        this.folder = folder;
        this.report = report;
        this.password = password;
    }

    /** @param folder where the letters go; made where it is not there and a letter is due */
    public static MonthReport.Report open(Path folder, MonthReport report, @Nullable String password) {
        return new DisputeLetters(folder, report, password);
    }

    @Override
    public void add(Finding finding) {
        ranges.add(finding);
        if (!finding.subject().payer().equals(payer)) {
            letters.values().forEach(Letter::endLines);
            payer = finding.subject().payer();
        }
        Dispute dispute = Dispute.of(finding);
        if (dispute != null && dispute.hasLetter()) {
            letters.computeIfAbsent(dispute, Letter::new).add(finding);
        }
    }

    @Override
    public void finish() {
        try {
            letters.values().forEach(Letter::endLines);
            Map<String, Integer> numbers = new HashMap<>();
            for (Letter letter : letters.values()) {
                AtomicFiles.createFolder(folder);
                String name = nameOf(letter.dispute().payer().payer());
                write(letter, "%s-%s-%02d".formatted(report.month(), name, numbers.merge(name, 1, Integer::sum)));
            }
            finished = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Letter letter, String reference) throws IOException {
        Path file = folder.resolve("dispute-" + reference + ".docx");
        try (OutputStream out = AtomicFiles.create(file)) {
            written.add(file);
            AgileEncryption.write(
                    out,
                    password,
                    document -> LetterFile.write(document, letter, reference, letter.cautions(ranges), report.asOf()));
        }
    }

    /** Letters and digits of a payer's name, joined by hyphens. */
    private static String nameOf(String payer) {
        String plain = Normalizer.normalize(payer, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.substring(0, Math.min(words.length(), MOST_CHARACTERS_OF_A_NAME));
        String name = cut.replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "payer" : name;
    }

    @Override
    public void close() {
        letters.values().forEach(Letter::close);
        letters.clear();
        if (finished) {
            return;
        }
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
