package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReferenceNamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "expected_ranges.csv, expected-ranges.csv or expected-ranges.xlsx",
        "Expected Ranges 2026 (1).XLS, expected-ranges.csv or expected-ranges.xlsx",
        "payer.csv, payers.csv",
        "payers.xlsx, payers.csv",
        "our-drugs.csv, drugs.csv",
        "NCCI edits.txt, ncci.csv",
        "clocks.csv.txt, clocks.csv",
        "medicare_gpci.csv, medicare-gpci.csv",
    })
    void aTableThatIsMeantAndMisnamedIsNotPassedOver(String name, String table) throws IOException {
        put(name);

        assertThatThrownBy(() -> ReferenceNames.check(folder, false))
                .isInstanceOfSatisfying(
                        StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.WRONG_SETUP))
                .hasMessage(folder.resolve(name) + " is not read, and there is no " + table
                        + ": save it under that name, or move it out of this folder");
    }

    @Test
    void anOlderTableBesideTheOneThatCountsIsToldOfAlone(CapturedOutput log) throws IOException {
        put("expected-ranges.xlsx");
        put("expected-ranges-2025.csv");

        assertThatCode(() -> ReferenceNames.check(folder, false)).doesNotThrowAnyException();
        assertThat(log).contains("expected-ranges-2025.csv is not read").doesNotContain("expected-ranges.xlsx");
    }

    @Test
    void rangesThatAreNotWantedMayHaveAnyName() throws IOException {
        put("expected_ranges.csv");

        assertThatCode(() -> ReferenceNames.check(folder, true)).doesNotThrowAnyException();
    }

    @Test
    void aLayoutBesideItsFolderIsNotPassedOver() throws IOException {
        put("portal.yml");

        assertThatThrownBy(() -> ReferenceNames.check(folder, false))
                .isInstanceOf(StopException.class)
                .hasMessage("%s is not read: layouts are read from %s; move it there, or out of this folder"
                        .formatted(folder.resolve("portal.yml"), folder.resolve("profiles")));
    }

    @Test
    void aLayoutOfAnotherEndingIsToldOf(CapturedOutput log) throws IOException {
        Files.createDirectory(folder.resolve("profiles"));
        put("profiles/portal.yaml");
        put("profiles/portal.yaml.txt");

        ReferenceNames.check(folder, false);

        assertThat(log)
                .contains("portal.yaml.txt is not read: the name of a layout ends in .yaml")
                .doesNotContain("portal.yaml is not read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contract-2026.pdf", "README.md", "notes", ".expected_ranges.csv", "~$expected-ranges.xlsx"})
    void whatIsNoTableMayLieThere(String name, CapturedOutput log) throws IOException {
        put(name);

        ReferenceNames.check(folder, false);

        assertThat(log).doesNotContain("is not read");
    }

    @Test
    void theFolderNeedNotBeThere() {
        assertThatCode(() -> ReferenceNames.check(folder.resolve("reference"), false))
                .doesNotThrowAnyException();
    }

    private void put(String name) throws IOException {
        Files.writeString(folder.resolve(name), "");
    }
}
