package recon.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;
import recon.intake.FileIntake;
import recon.intake.ParsedGroup;
import recon.intake.Profiles;
import recon.intake.RowGroup;
import recon.sample.GeneratedMonth;
import recon.sample.GeneratedMonth.Format;

/** Milliseconds to read one remittance file of 25,000 rows of 20 columns: cells only, rows parsed, and by the libraries alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class ReadersBenchmark {

    private static final int LINES = 100_000;

    private Path folder = Path.of("");
    private Path csv = Path.of("");
    private Path xlsx = Path.of("");
    private final Profiles profiles = Profiles.in(Path.of("no-profiles"));

    @Setup
    public void generate() throws IOException {
        folder = Files.createTempDirectory("readers");
        csv = generate(Format.CSV);
        xlsx = generate(Format.XLSX);
    }

    private Path generate(Format format) throws IOException {
        Path input = folder.resolve(format.name());
        GeneratedMonth.write(input, YearMonth.of(2026, 10), LINES, format, 96372);
        try (Stream<Path> files = Files.list(input.resolve("remittances"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Benchmark
    public long csvCells() throws UnreadableFileException {
        return cells(csv);
    }

    @Benchmark
    public long xlsxCells() throws UnreadableFileException {
        return cells(xlsx);
    }

    private static long cells(Path path) throws UnreadableFileException {
        long filled = 0;
        try (InputFile file = InputFiles.open(path, path.getFileName().toString(), null);
                RowReader reader = file.open(file.sheets().get(0))) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                for (Cell cell : row.cells()) {
                    filled += cell.isBlank() ? 0 : 1;
                }
            }
        }
        return filled;
    }

    @Benchmark
    public long csvParsed() throws UnreadableFileException {
        return parsed(csv);
    }

    @Benchmark
    public long xlsxParsed() throws UnreadableFileException {
        return parsed(xlsx);
    }

    private long parsed(Path path) throws UnreadableFileException {
        long rows = 0;
        InputFile file = InputFiles.open(path, path.getFileName().toString(), null);
        try (FileIntake intake = FileIntake.of(file, profiles)) {
            for (RowGroup group = intake.next(); group != null; group = intake.next()) {
                ParsedGroup parsed = intake.parse(group);
                rows += parsed.rows().size();
            }
        }
        return rows;
    }

    @Benchmark
    public long csvByFastCsv() throws IOException {
        long filled = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord row : reader) {
                for (String field : row.getFields()) {
                    filled += field.isBlank() ? 0 : 1;
                }
            }
        }
        return filled;
    }

    @Benchmark
    public long xlsxByFastexcel() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(xlsx.toFile());
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            return rows.mapToLong(row -> row.stream()
                            .filter(cell -> cell != null && !cell.getRawValue().isBlank())
                            .count())
                    .sum();
        }
    }
}
