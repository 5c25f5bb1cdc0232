package recon.price;

import static org.assertj.core.api.Assertions.assertThatCode;
import static recon.price.ReferenceTableTest.assertRefused;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.PayerDirectory;
import recon.verdict.audit.AuditKnowledge;
import recon.verdict.audit.Drugs;

/** Two rows of a table that hold for the same thing on the same day: the order of the file must not decide. */
class OverlappingRowsTest {

    private static final String CLOCKS = "payer_class,appeal_days,filing_days";
    private static final String PAIRS = "code,indicator,effective_from,effective_to";
    private static final String DRUGS = "code,class,effective_from,effective_to";

    private static final String LET_ONE_END =
            " on the same dates; let one end (effective_to) before the other begins (effective_from)";

    @TempDir
    Path folder;

    @Test
    void twoClocksOfAClassAreRefused() {
        assertRefused(
                () -> Clocks.load(table("clocks.csv", CLOCKS, "Private,60,90", "commercial,30,90")),
                "clocks.csv row 3: overlaps with clocks.csv row 2: the same payer class; remove one of them");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12001,0,,           | 12001,1,2026-10-01,",
                "12001,1,2026-10-01, | 12001,0,,",
                "g0008,0,,2026-10-01 | G0008,1,2026-10-01,",
                "12001,0,,           | 12001,0,,",
            })
    void twoPairsOfACodeAreRefusedWhateverTheirOrder(String one, String other) {
        assertRefused(
                () -> NeverTogether.load(table("ncci.csv", PAIRS, one, other)),
                "ncci.csv row 3: overlaps with ncci.csv row 2: the same code" + LET_ONE_END);
    }

    @Test
    void bothRowsAreNamedWhateverStandsBetweenThem() {
        assertRefused(
                () -> Drugs.load(table(
                        "drugs.csv", DRUGS, "J1885,ordinary,,", "J3420,ordinary,,", "", "J1885,vaccine,2026-01-01,")),
                "drugs.csv row 5: overlaps with drugs.csv row 2: the same code" + LET_ONE_END);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            medicare-rvu.csv  | effective_from,effective_to,total,source             | 2027-01-01,2027-12-31,0.46,a  | 2027-07-01,2027-12-31,0.47,b  | two totals
            medicare-cf.csv   | effective_from,effective_to,conversion_factor,source | 2027-01-01,2027-12-31,33.00,a | 2027-01-01,2027-12-31,34.00,b | two conversion factors
            medicare-gpci.csv | effective_from,effective_to,state,locality,name,work,practice_expense,malpractice | 2027-01-01,2027-12-31,TX,05,WEST,1,1,1 | 2027-12-31,2028-12-31,tx,5,WEST,1,1,0.9 | the same locality
            """)
    void twoFiguresOfMedicareForADayAreRefused(String file, String headings, String one, String other, String sameKey) {
        table(file, headings, one, other);

        assertRefused(
                () -> MedicareFeeSchedule.load(folder),
                "%s row 3: overlaps with %s row 2: %s%s".formatted(file, file, sameKey, LET_ONE_END));
    }

    @Test
    void rowsOfDifferentThingsOrDaysAreNoOverlap() {
        accepts("clocks.csv", Clocks::load, CLOCKS, "Private,60,90", "Medicaid,30,90");
        accepts("ncci.csv", NeverTogether::load, PAIRS, "12001,0,,2026-09-30", "12001,1,2026-10-01,", "12002,0,,");
        accepts("drugs.csv", Drugs::load, DRUGS, "J1885,ordinary,,2026-09-30", "J1885,vaccine,2026-10-01,");
    }

    private void accepts(String file, Consumer<Path> load, String headings, String... rows) {
        assertThatCode(() -> load.accept(table(file, headings, rows))).doesNotThrowAnyException();
    }

    @Test
    void theShippedTablesHaveNoOverlap() {
        PayerDirectory payers = PayerDirectoryFile.load(null);
        assertThatCode(() -> new AuditKnowledge(
                        payers,
                        NeverTogether.shipped(),
                        Clocks.shipped(),
                        ExpectedRanges.load(null, payers).withMedicareSchedule(MedicareFeeSchedule.shipped()),
                        null))
                .doesNotThrowAnyException();
    }

    private Path table(String file, String headings, String... rows) {
        return write(folder.resolve(file), headings + "\n" + String.join("\n", rows));
    }
}
