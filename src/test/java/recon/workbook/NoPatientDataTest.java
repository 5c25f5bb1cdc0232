package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.verdict.Finding;

class NoPatientDataTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(11).findings(300);

    private Path write(String name, MonthReport.Factory factory) {
        return Workbooks.write(folder.resolve(name), factory, FakeMonth.report(), findings);
    }

    /** All parts of a workbook, or a page, as one text. */
    private static String everything(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return Files.readString(file);
        }
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                text.append(part.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private Set<String> ofPatients() {
        Set<String> words = new TreeSet<>(List.of("TESTPATIENT"));
        for (Finding finding : findings) {
            Finding.Subject subject = finding.subject();
            words.addAll(List.of(subject.claim(), subject.payerClaimNumber(), subject.patient(), subject.memberId()));
        }
        return words;
    }

    private List<String> foundIn(Path file) throws IOException {
        String text = everything(file);
        return ofPatients().stream().filter(text::contains).toList();
    }

    @Test
    void theSummaryAndThePageHoldNoNameNoMemberIdAndNoClaimNumber() throws IOException {
        assertThat(foundIn(write("summary.xlsx", SummaryWorkbook::open))).isEmpty();
        assertThat(foundIn(write("run.html", RunPage::open))).isEmpty();
    }

    @Test
    void theSearchFindsThemWhereTheyAre() throws IOException {
        assertThat(foundIn(write("underpayments.xlsx", UnderpaymentsWorkbook::open)))
                .hasSizeGreaterThan(50);
    }

    @Test
    void noLetterIsNamedForAPatient() throws IOException {
        Path letters = write("letters", DisputeLetters::open);
        List<String> names = new ArrayList<>();
        try (var files = Files.list(letters)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        assertThat(names).isNotEmpty().allMatch(name -> ofPatients().stream().noneMatch(name::contains));
    }
}
