package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;

class ToleranceTest {

    @ParameterizedTest(name = "allowed {0}, low {1}: below {2}")
    @CsvSource({
        // 1 % of 25.00 is 0.25
        "25.00,25.00,false",
        "24.75,25.00,false",
        "24.74,25.00,true",
        "26.00,25.00,false",
        // 1 % of 24.90 is 0.249: a quarter is more
        "24.66,24.90,false",
        "24.65,24.90,true",
        // 1 % of 4.00 is 0.04, the minimum is 0.05
        "3.95,4.00,false",
        "3.94,4.00,true",
        // 1 % of 5.00 is the minimum
        "4.95,5.00,false",
        "4.94,5.00,true",
        // 4 units: 1 % of 100.00
        "99.00,100.00,false",
        "98.99,100.00,true",
        "0.00,0.05,false",
        "0.00,0.06,true",
    })
    void belowTheLowEndIsWhatFallsShortByMoreThanTheTolerance(String allowed, String low, boolean below) {
        assertThat(Tolerance.DEFAULT.isBelow(Money.of(allowed), Money.of(low))).isEqualTo(below);
    }

    @ParameterizedTest(name = "allowed {0}, high {1}: above {2}")
    @CsvSource({
        "30.00,30.00,false",
        "30.30,30.00,false",
        "30.31,30.00,true",
        "29.00,30.00,false",
        "2.05,2.00,false",
        "2.06,2.00,true",
        "0.05,0.00,false",
        "0.06,0.00,true",
    })
    void aboveTheHighEndIsWhatExceedsItByMoreThanTheTolerance(String allowed, String high, boolean above) {
        assertThat(Tolerance.DEFAULT.isAbove(Money.of(allowed), Money.of(high))).isEqualTo(above);
    }

    @Test
    void withNoToleranceACentIsAFinding() {
        Tolerance none = new Tolerance(BigDecimal.ZERO, Money.ZERO);

        assertThat(none.isBelow(Money.of("19.99"), Money.of("20.00"))).isTrue();
        assertThat(none.isBelow(Money.of("20.00"), Money.of("20.00"))).isFalse();
    }

    @Test
    void aToleranceCannotBeNegative() {
        assertThatThrownBy(() -> new Tolerance(new BigDecimal("-1"), Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tolerance(BigDecimal.ONE, Money.of("-0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
