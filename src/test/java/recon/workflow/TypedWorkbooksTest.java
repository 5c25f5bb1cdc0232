package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedWorkbooksTest {

    @TempDir
    private Path output;

    private OutputFolder folder;

    @BeforeEach
    void reconcileTwoMonthsAndBeginTheNext() throws IOException {
        folder = new OutputFolder(output, YearMonth.of(2026, 10));
        Files.createDirectories(output.resolve("2026-10/.r1.part"));
        for (String month : new String[] {"2026-08", "2026-09"}) {
            Path reports = Files.createDirectories(output.resolve(month));
            for (String name : new String[] {"underpayments", "denials", "reconciliation", "summary"}) {
                Files.createFile(reports.resolve(name + "-" + month + ".xlsx"));
            }
            Files.createFile(reports.resolve("run-" + month + ".json"));
        }
    }

    private Path file(String name) {
        return output.resolve("2026-09").resolve(name);
    }

    @Test
    void theyAreThoseOfTheLatestMonthThatHasAny() throws IOException {
        assertThat(TypedWorkbooks.before(folder).files().keySet())
                .containsExactly(file("underpayments-2026-09.xlsx"), file("denials-2026-09.xlsx"));

        Files.move(output.resolve("2026-09"), output.resolve("archive"));

        assertThat(TypedWorkbooks.before(folder).files().keySet())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("underpayments-2026-08.xlsx", "denials-2026-08.xlsx");
    }

    @Test
    void oneThatIsMissingBesideTheRecordIsNamedAndSoIsWhatItMayBeNow() throws IOException {
        Files.move(file("denials-2026-09.xlsx"), file("denials-2026-09 (worked).xlsx"));
        Files.createFile(file("~$underpayments-2026-09.xlsx"));

        assertThatThrownBy(() -> TypedWorkbooks.before(folder))
                .isInstanceOfSatisfying(
                        StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.WRONG_SETUP))
                .hasMessageStartingWith(
                        file("denials-2026-09.xlsx")
                                + ": not there, though the run of run-2026-09.json wrote it"
                                + " (renamed to 'denials-2026-09 (worked).xlsx'?); put it back under this name, or where it is gone on purpose, move run-2026-09.json out of the folder too");
    }

    @Test
    void whereBothAreMissingBesideTheRecordTheMonthBeforeDoesNotStandIn() throws IOException {
        Files.delete(file("denials-2026-09.xlsx"));
        Files.delete(file("underpayments-2026-09.xlsx"));

        assertThatThrownBy(() -> TypedWorkbooks.before(folder))
                .hasMessageStartingWith(file("underpayments-2026-09.xlsx") + ", " + file("denials-2026-09.xlsx")
                        + ": not there, though the run of run-2026-09.json wrote it; put it back");
    }

    @Test
    void withoutTheRecordTheOtherIsTakenAndTheMissingOneTold() throws IOException {
        Files.delete(file("denials-2026-09.xlsx"));
        Files.delete(file("run-2026-09.json"));

        assertThat(TypedWorkbooks.before(folder).files()).containsOnlyKeys(file("underpayments-2026-09.xlsx"));
        assertThat(TypedWorkbooks.before(folder).missing()).containsExactly(file("denials-2026-09.xlsx"));
    }

    @Test
    void oneThatWasSavedOrCameSinceStopsTheRun() throws IOException {
        TypedWorkbooks read = TypedWorkbooks.before(folder);
        read.requireUnchanged(folder);
        Files.writeString(file("denials-2026-09.xlsx"), "typed");

        assertThatThrownBy(() -> read.requireUnchanged(folder))
                .isInstanceOfSatisfying(
                        StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.INTERRUPTED))
                .hasMessageStartingWith(file("denials-2026-09.xlsx") + ": was saved while the run was at work");

        TypedWorkbooks.before(folder).requireUnchanged(folder);
        Files.delete(file("run-2026-09.json"));
        Files.move(file("denials-2026-09.xlsx"), file("kept.xlsx"));
        TypedWorkbooks one = TypedWorkbooks.before(folder);
        Files.move(file("kept.xlsx"), file("denials-2026-09.xlsx"));
        assertThatThrownBy(() -> one.requireUnchanged(folder))
                .hasMessageStartingWith(file("denials-2026-09.xlsx").toString());
    }
}
