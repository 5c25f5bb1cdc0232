package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    static String permissions(Path path) throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void filesAndFoldersAreTheirOwnersAlone() throws IOException {
        Path inner = AtomicFiles.createFolder(folder.resolve("a/b"));
        Path file = inner.resolve("f.txt");
        AtomicFiles.write(file, out -> out.write('x'));
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(inner)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void aFailureLeavesTheEarlierFileAndNothingAside() throws IOException {
        Path file = folder.resolve("f.txt");
        AtomicFiles.write(file, out -> out.write('1'));
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write('2');
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("1");
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void anotherContentTakesTheFilesPlace() throws IOException {
        Path file = folder.resolve("f.txt");
        AtomicFiles.write(file, out -> out.write('1'));
        AtomicFiles.write(file, out -> out.write('2'));
        assertThat(file).hasContent("2");
    }

    @Test
    void aFileWhereAFolderShouldBeIsAnError() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> AtomicFiles.createFolder(file)).isInstanceOf(IOException.class);
    }
}
