package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.verdict.Finding;

/** What is written to the machine's temporary folder on the way holds patients' data too. */
class TemporaryFilesTest {

    private static final String PASSWORD = "test password";

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(2).findings(6_000);
    private List<Path> before = List.of();

    @BeforeEach
    void look() throws IOException {
        before = TemporaryFiles.now();
    }

    private List<Path> added() throws IOException {
        List<Path> added = new ArrayList<>(TemporaryFiles.now());
        added.removeAll(before);
        return added;
    }

    private static String readable(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return text + new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException notPacked) {
            return text;
        }
    }

    @Test
    void theyAreUnreadableWhileAReportIsWritten() throws IOException {
        for (MonthReport.Factory factory : List.<MonthReport.Factory>of(
                UnderpaymentsWorkbook::open,
                DenialsWorkbook::open,
                ReconciliationWorkbook::open,
                DisputeLetters::open)) {
            try (MonthReport.Report report = factory.open(folder.resolve("report"), FakeMonth.report(), null)) {
                findings.forEach(report::add);
                List<Path> files = added();
                long bytes = 0;
                for (Path file : files) {
                    bytes += Files.size(file);
                    assertThat(readable(file)).doesNotContain("TESTPATIENT", "PCN0", "TST0", "<row", "<w:tr");
                }
                assertThat(bytes).as("bytes on disk before the end").isPositive();
            }
            assertThat(added()).isEmpty();
        }
    }

    @Test
    void noneIsLeftWhereAReportCannotBeWritten() throws IOException {
        for (String password : new String[] {null, PASSWORD}) {
            Path missing = folder.resolve("no such folder").resolve("report.xlsx");
            try (MonthReport.Report report = DenialsWorkbook.open(missing, FakeMonth.report(), password)) {
                findings.forEach(report::add);
                assertThatThrownBy(report::finish).isInstanceOf(UncheckedIOException.class);
            }
            assertThat(added()).isEmpty();
        }
    }

    @Test
    void noneIsLeftWhereTheEncryptionBreaksOff() throws IOException {
        assertThatThrownBy(() -> AgileEncryption.write(new ByteArrayOutputStream(), PASSWORD, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the report breaks off");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the report breaks off");
        assertThat(added()).isEmpty();

        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> AgileEncryption.write(full, PASSWORD, out -> out.write(new byte[100_000])))
                .isInstanceOf(IOException.class);
        assertThat(added()).isEmpty();
    }

    @Test
    void noneIsLeftAfterAnEncryptedReport() throws IOException {
        Path file = folder.resolve("report.xlsx");
        try (MonthReport.Report report = UnderpaymentsWorkbook.open(file, FakeMonth.report(), PASSWORD)) {
            findings.forEach(report::add);
            report.finish();
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("TESTPATIENT", "xl/worksheets");
        assertThat(added()).isEmpty();
    }
}
