package recon.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.SourceRef;

class PackedLinesTest {

    private static final List<String> TEXTS = List.of(
            "A1", "a\tb", "line\nfeed", "\\", "\\N", "\\E", "\\t", "", " ", "\u001f\u0000", "ñ 注射 😀", "O'Brien \"x\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void linesComeBackAsTheyWere(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            List<ClaimLine> lines = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                lines.add(line(random));
            }

            assertThat(PackedLines.unpack("f.csv", PackedLines.pack(staged(lines))))
                    .isEqualTo(lines);
        }
    }

    @Test
    void whatIsAsInTheLineBeforeIsNotWrittenAgain() {
        ClaimLine line = line(new Random(1));

        String one = PackedLines.pack(staged(List.of(line)));
        String two = PackedLines.pack(staged(List.of(line, line)));

        assertThat(two).hasSize(one.length() + 33).endsWith("\t".repeat(32) + "\n");
    }

    private static List<StagedClaimLine> staged(List<ClaimLine> lines) {
        return lines.stream()
                .map(line -> new StagedClaimLine(1, line.id(), line))
                .toList();
    }

    private static ClaimLine line(Random random) {
        return new ClaimLine(
                random.nextLong(1, Long.MAX_VALUE),
                new SourceRef("f.csv", text(random), SourceRef.Unit.values()[random.nextInt(2)], random.nextLong(9)),
                text(random),
                text(random),
                payerClass(random),
                payerClass(random),
                TEXTS.get(random.nextInt(TEXTS.size())),
                text(random),
                random.nextBoolean() ? null : random.nextInt(),
                text(random),
                text(random),
                text(random),
                date(random),
                new ProcedureCode(random.nextBoolean() ? "J3420" : "99213"),
                random.nextBoolean() ? Modifiers.NONE : Modifiers.of("59", "LT"),
                random.nextInt(),
                Money.ofCents(random.nextInt()),
                text(random),
                text(random),
                text(random),
                random.nextBoolean() ? null : date(random),
                text(random),
                random.nextBoolean() ? List.of() : List.of("Z23", "E53.8"),
                text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                random.nextBoolean() ? null : random.nextBoolean(),
                text(random),
                text(random));
    }

    private static LocalDate date(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3));
    }

    private static @Nullable PayerClass payerClass(Random random) {
        return random.nextBoolean() ? null : PayerClass.values()[random.nextInt(PayerClass.values().length)];
    }

    private static @Nullable String text(Random random) {
        return random.nextBoolean() ? null : TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
