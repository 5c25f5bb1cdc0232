package recon.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    /** FIPS 180-2, appendix B.1, and the hash of nothing. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    @Test
    void isTheSha256OfEverythingAddedSinceItWasToldLast() {
        Fingerprint fingerprint = new Fingerprint().text("a").bytes("bc".getBytes(StandardCharsets.UTF_8));

        assertThat(fingerprint.hex()).isEqualTo(OF_ABC);
        assertThat(fingerprint.hex()).isEqualTo(OF_NOTHING);
        assertThat(fingerprint.text("abc").hex()).isEqualTo(OF_ABC);
    }

    @Test
    void linesDoNotRunIntoEachOther() {
        assertThat(new Fingerprint().line("a").line("bc").hex())
                .isEqualTo(new Fingerprint().text("a\nbc\n").hex())
                .isNotEqualTo(new Fingerprint().line("ab").line("c").hex());
    }

    @Test
    void aFilesIsThatOfItsBytesHoweverManyThereAre() throws IOException {
        Path file = Files.createFile(folder.resolve("f"));
        assertThat(Fingerprint.of(file)).isEqualTo(OF_NOTHING);

        byte[] bytes = new byte[200_001];
        bytes[200_000] = 1;
        Files.write(file, bytes);
        assertThat(Fingerprint.of(file))
                .isEqualTo(new Fingerprint().bytes(bytes).hex());
    }
}
