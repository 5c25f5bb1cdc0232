package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Rejection;
import recon.claim.SourceRef;
import recon.file.UnreadableFileException;

/** The column {@code state} of a claim. */
class StatesTest {

    private static Intake read(String state) throws UnreadableFileException {
        return Intake.csv(
                "patient_control_number,service_date,procedure_code,charge,state",
                "A-1,10/05/2026,96372,70.00,\"%s\"".formatted(state));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TX                       | TX",
                "tx                       | TX",
                "N.Y.                     | NY",
                "Texas                    | TX",
                "TEXAS                    | TX",
                "Tex.                     | TX",
                "West  Virginia           | WV",
                "Virginia                 | VA",
                "W. Va.                   | WV",
                "Kansas                   | KS",
                "Arkansas                 | AR",
                "Washington               | WA",
                "Washington, D.C.         | DC",
                "District of Columbia     | DC",
                "Puerto Rico              | PR",
                "U.S. Virgin Islands      | VI",
                "Northern Mariana Islands | MP",
                "''                       |",
            })
    void aStateIsReadAsItsTwoLetters(String text, @Nullable String state) throws UnreadableFileException {
        assertThat(read(text).claim().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Texass", "TX 75001", "T", "48", "\u00df", "Submitted"})
    void anythingElseRejectsTheRow(String text) throws UnreadableFileException {
        assertThat(read(text).rejections())
                .containsExactly(
                        new Rejection(
                                SourceRef.row("test.csv", null, 2),
                                "state",
                                "not a state such as TX or Texas: correct it, or leave the column out with 'ignore' in a profile"));
    }

    @Test
    void everyNameIsThatOfOneOfTheTwoLettersOfUsps() {
        assertThat(ShippedTable.rows("value-words.csv").stream()
                        .filter(row -> row.get(0).equals("state"))
                        .filter(row -> row.get(4).startsWith("USPS"))
                        .map(row -> row.get(3)))
                .hasSize(59)
                .doesNotHaveDuplicates()
                .allMatch(state -> state.matches("[A-Z]{2}"));
    }
}
