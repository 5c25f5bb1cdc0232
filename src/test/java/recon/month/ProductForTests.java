package recon.month;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What the processes of the tests run: the product's classes as a jar, without those of the tests, and an archive of the classes that a
 * run loads, with which a process starts sooner. Made once for all tests of a virtual machine.
 */
final class ProductForTests {

    private static final List<String> OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable");

    private static final Path FOLDER = Path.of(
                    "target", "product-for-tests-" + System.getProperty("surefire.forkNumber", "1"))
            .toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final String CLASS_PATH = classPath();

    private ProductForTests() {}

    /**
     * The options of the virtual machine, and the class to start.
     *
     * @param options of this process; they count for more than those of all
     */
    static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(OPTIONS);
        command.addAll(options);
        command.add("-XX:SharedArchiveFile=" + ARCHIVE);
        command.addAll(List.of("-cp", CLASS_PATH, "recon.ReconApplication"));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        try {
            Files.createDirectories(FOLDER);
            List<String> entries = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(entry);
                if (Files.exists(path.resolve("recon/ReconApplication.class"))) {
                    entries.add(jar(path).toString());
                } else if (Files.isRegularFile(path)) {
                    entries.add(entry);
                }
            }
            String classPath = String.join(File.pathSeparator, entries);
            archive(classPath);
            return classPath;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its folders, in which mappers and migrations are looked for. */
    private static Path jar(Path classes) throws IOException {
        Path jar = FOLDER.resolve("product.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }

    /** From a run of a small month. Where it fails, the tests that follow say why. */
    private static void archive(String classPath) throws IOException {
        Files.deleteIfExists(ARCHIVE);
        Path folder = Files.createTempDirectory(FOLDER, "run");
        new PlainMonth()
                .claim("A1")
                .payment("A1", "paid", "0.00", "adjustments", "CO-97:40.00")
                .write(folder.resolve("input"));
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", classPath, "recon.ReconApplication"));
        command.addAll(List.of("reconcile", "--month", "2026-10"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RECON_"));
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
