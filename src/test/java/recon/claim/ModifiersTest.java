package recon.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModifiersTest {

    @Test
    void whatIsNotStatedIsStoredAsThatAndIsReadAsNone() {
        assertThat(Modifiers.parse(Modifiers.NOT_STATED.stored())).isSameAs(Modifiers.NOT_STATED);
        assertThat(Modifiers.parse(Modifiers.NONE.stored())).isSameAs(Modifiers.NONE);
        assertThat(Modifiers.parse(Modifiers.of("59", "LT").stored())).isEqualTo(Modifiers.of("59", "LT"));
        assertThat(Modifiers.NOT_STATED).hasToString("");
    }

    @Test
    void whatIsNotStatedMayBeAnyAndWhatIsNoneMayNot() {
        assertThat(Modifiers.NOT_STATED.mayBe(Modifiers.of("59"))).isTrue();
        assertThat(Modifiers.of("59").mayBe(Modifiers.NOT_STATED)).isTrue();
        assertThat(Modifiers.NONE.mayBe(Modifiers.of("59"))).isFalse();
        assertThat(Modifiers.of("59", "LT").mayBe(Modifiers.of("LT", "59"))).isTrue();
    }
}
