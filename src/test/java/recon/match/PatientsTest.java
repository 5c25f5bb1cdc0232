package recon.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientsTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SAMPLE, ANNA | sample, anna | true",
                "SAMPLE, ANNA | SAMPLE, A     | true",
                "SAMPLE, ANNA | SAMPLE,       | false",
                "SAMPLE,      | SAMPLE,       | true",
                "SAMPLE, ANNA | SAMPLE        | true",
                "SAMPLE       | SAMPLE, ANNA  | true",
                "SAMPLE, ANNA | SAMPLE, BEA   | false",
                "SAMPLE, ANNA | OTHER, ANNA   | false",
                "SAMPLE, ANNA |               | true",
                "             | SAMPLE, ANNA  | true"
            })
    void namesMayBeOnePatientsByTheLastNameAndTheFirstLetterOfTheFirst(
            @Nullable String name, @Nullable String other, boolean same) {
        assertThat(Patients.mayBeSame(name, other)).isEqualTo(same);
    }
}
