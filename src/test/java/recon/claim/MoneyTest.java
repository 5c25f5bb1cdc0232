package recon.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.00          | $0.00
            -0.05         | -$0.05
            999.99        | $999.99
            1000.00       | $1,000.00
            -1234.50      | -$1,234.50
            123456.78     | $123,456.78
            1234567.00    | $1,234,567.00
            -987654321.09 | -$987,654,321.09
            """)
    void forPeopleThousandsAreSetApart(String dollars, String words) {
        assertThat(Money.of(dollars).inWords()).isEqualTo(words);
    }
}
