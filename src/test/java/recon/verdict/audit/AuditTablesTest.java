package recon.verdict.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

class AuditTablesTest {

    private static List<ReferenceRow> rows(String file) {
        return ReferenceTable.shipped(file).rows();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"drugs.csv", "services.csv", "modifiers.csv", "mue.csv", "ndc.csv"})
    void everyShippedRowNamesItsSource(String file) {
        assertThat(rows(file)).isNotEmpty().allSatisfy(row -> assertThat(row.text("source"))
                .isNotBlank());
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"drugs.csv, code", "services.csv, code", "modifiers.csv, modifier", "mue.csv, code"})
    void noShippedCodeStandsTwice(String file, String column) {
        assertThat(rows(file)).extracting(row -> row.text(column)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotGivenUnder96372SaysUnderWhatItIs() {
        assertThat(rows("drugs.csv"))
                .filteredOn(row -> List.of("antineoplastic", "hormonal", "biologic", "vaccine")
                        .contains(row.text("class")))
                .hasSizeGreaterThan(80)
                .allSatisfy(row -> assertThat(row.text("administered_by")).isNotBlank());
    }

    @Test
    void noDrugIsAServiceToo() {
        List<String> services =
                rows("services.csv").stream().map(row -> row.text("code")).toList();
        assertThat(rows("drugs.csv")).extracting(row -> row.text("code")).doesNotContainAnyElementsOf(services);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "90715, vaccine",
        "90658, vaccine",
        "90686, vaccine",
        "J9041, antineoplastic",
        "J9217, hormonal",
        "J9395, hormonal",
        "J0897, ordinary",
        "J3420, ordinary",
        "90384, ordinary",
    })
    void aDrugIsOfItsClass(String code, String expected) {
        assertThat(rows("drugs.csv").stream()
                        .filter(row -> row.text("code").equals(code))
                        .map(row -> row.optionalText("class"))
                        .filter(Objects::nonNull))
                .containsExactly(expected);
    }
}
