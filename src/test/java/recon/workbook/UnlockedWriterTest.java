package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnlockedWriterTest {

    @Test
    void whateverIsWrittenComesOutInOrder() throws IOException {
        Random random = new Random(96372);
        for (int round = 0; round < 200; round++) {
            StringBuilder expected = new StringBuilder();
            StringWriter written = new StringWriter();
            try (UnlockedWriter writer = new UnlockedWriter(written)) {
                for (int n = 0; n < 50; n++) {
                    String text = random.ints(random.nextInt(n % 10 == 0 ? 20_000 : 100), 'a', 'z')
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
                    int from = random.nextInt(text.length() + 1);
                    switch (random.nextInt(5)) {
                        case 0 -> writer.write(text);
                        case 1 -> writer.write(text.toCharArray());
                        case 2 -> writer.append(text);
                        case 3 -> {
                            writer.write(text, from, text.length() - from);
                            text = text.substring(from);
                        }
                        default -> {
                            text = String.valueOf((char) ('a' + n % 26));
                            writer.write(text.charAt(0));
                        }
                    }
                    expected.append(text);
                    if (n == 25) {
                        writer.flush();
                        assertThat(written.toString()).isEqualTo(expected.toString());
                    }
                }
            }
            assertThat(written.toString()).isEqualTo(expected.toString());
        }
    }
}
