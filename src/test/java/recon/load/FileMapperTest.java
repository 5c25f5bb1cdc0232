package recon.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.StagedLines.claim;
import static recon.StagedLines.digest;
import static recon.StagedLines.payment;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.Money;
import recon.claim.ProviderAdjustment;
import recon.claim.Rejection;
import recon.claim.RowSums;
import recon.claim.SourceRef;

@Tag("database")
class FileMapperTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFileIsFoundByItsContentAndByHowItIsRead(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "ämter/claims o'clock.csv", OCTOBER);

            assertThat(find(database, digest('a', 1), digest('e', 1))).isEqualTo(file);
            assertThat(find(database, digest('a', 1), digest('e', 2))).isNull();
            assertThat(find(database, digest('a', 2), digest('e', 1))).isNull();
            assertThat(database.rows(
                            "select file_id, name, kind, size_bytes, first_run, first_month, loaded, rows_read, billed, allowed, paid"
                                    + " from source_file"))
                    .containsExactly(
                            "1 | ämter/claims o'clock.csv | CLAIMS | 1001 | 1 | 2026-10 | false | 0 | 0 | 0 | 0");
        }
    }

    private static @Nullable SourceFile find(TestDatabase database, String sha256, String reading) {
        return database.ask(FileMapper.class, files -> files.find(sha256, reading));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theSameContentReadTheSameWayIsOnFileOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(1, "CLAIMS", "a.csv", OCTOBER);
            SourceFile copy = new SourceFile(
                    2, file.sha256(), file.reading(), "b.csv", file.kind(), file.sizeBytes(), 1, OCTOBER, false);

            assertThatThrownBy(() -> database.tell(FileMapper.class, files -> files.insert(copy)))
                    .isInstanceOf(RuntimeException.class);

            assertThat(database.rows("select name from source_file")).containsExactly("a.csv");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void filesAreNumberedOnward(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            assertThat(database.ask(FileMapper.class, FileMapper::lastFileId)).isZero();
            new StagedLines(database).file(41, "CLAIMS", "a.csv", OCTOBER);
            assertThat(database.ask(FileMapper.class, FileMapper::lastFileId)).isEqualTo(41);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLoadedFileKeepsItsRowsAndDollars(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            lines.file(1, "REMITTANCES", "a.csv", OCTOBER);
            lines.file(2, "REMITTANCES", "b.csv", OCTOBER);

            lines.loaded(2, 12, new RowSums(Money.of("-1.00"), Money.of("0.02"), Money.of("30000000000.00")));

            assertThat(database.rows(
                            "select file_id, loaded, rows_read, billed, allowed, paid from source_file order by 1"))
                    .containsExactly("1 | false | 0 | 0 | 0 | 0", "2 | true | 12 | -100 | 2 | 3000000000000");
            FileMapper.FileTotals totals = database.ask(FileMapper.class, files -> files.totals(2));
            assertThat(totals)
                    .isEqualTo(new FileMapper.FileTotals(
                            12, Money.of("-1.00"), Money.of("0.02"), Money.of("30000000000.00")));
            SourceFile loaded = database.ask(FileMapper.class, files -> files.get(2));
            assertThat(loaded.loaded()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void bucketsComeBackForTheirFileOnly(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            lines.file(1, "REMITTANCES", "a.csv", OCTOBER);
            lines.file(2, "REMITTANCES", "b.csv", OCTOBER);
            BucketCount rejected = new BucketCount(1, Bucket.REJECTED, 3, Money.of("1.01"), Money.ZERO, Money.of("-2"));
            BucketCount banner = new BucketCount(1, Bucket.BANNER, 2, Money.ZERO, Money.ZERO, Money.ZERO);
            BucketCount other = new BucketCount(2, Bucket.BANNER, 9, Money.ZERO, Money.ZERO, Money.ZERO);

            database.tell(
                    FileMapper.class, files -> List.of(rejected, banner, other).forEach(files::insertBucket));

            assertThat(database.list(FileMapper.class, files -> files.buckets(1)))
                    .containsExactlyInAnyOrder(banner, rejected);
            assertThat(database.rows(
                            "select file_id, bucket, row_count, billed, allowed, paid from file_bucket order by 1, 2"))
                    .containsExactly(
                            "1 | BANNER | 2 | 0 | 0 | 0",
                            "1 | REJECTED | 3 | 101 | 0 | -200",
                            "2 | BANNER | 9 | 0 | 0 | 0");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFileThatIsReadAgainFromItsBeginningLosesAllItsRowsButStaysOnFile(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile again = fillEveryTable(database, lines, 1);
            fillEveryTable(database, lines, 2);

            database.tell(FileMapper.class, files -> files.clear(again.fileId()));

            for (String table : FileMapper.TABLES) {
                assertThat(database.rows("select distinct file_id from " + table))
                        .as(table)
                        .containsExactly("2");
            }
            assertThat(database.value("select count(*) from source_file")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aForgottenFileLeavesNothing(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            fillEveryTable(database, lines, 1);
            fillEveryTable(database, lines, 2);

            database.tell(FileMapper.class, files -> files.forget(1));

            for (String table : FileMapper.TABLES) {
                assertThat(database.rows("select distinct file_id from " + table))
                        .as(table)
                        .containsExactly("2");
            }
            assertThat(database.rows("select file_id from source_file")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyTableWithAFileOfItsOwnIsClearedWithIt(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            List<String> ofRuns = List.of("run_file", "run_on_file", "run_remark", "source_file");

            List<String> tables = database.rows("select lower(table_name) from information_schema.columns"
                    + " where lower(column_name) = 'file_id' and lower(table_schema) = 'public' order by 1");

            tables.removeAll(ofRuns);
            assertThat(FileMapper.TABLES).containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFileThatNoRunHasOnFileIsAnOrphan(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile used = lines.file(1, "CLAIMS", "a.csv", OCTOBER);
            lines.file(2, "CLAIMS", "b.csv", OCTOBER);
            lines.file(3, "REMITTANCES", "c.csv", OCTOBER);
            lines.run(1, "2026-10", used);

            assertThat(database.list(FileMapper.class, FileMapper::orphans)).containsExactly(2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theFirstRejectedRowIsThatWhichWasReadFirst(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            lines.file(1, "CLAIMS", "a.csv", OCTOBER);
            lines.file(2, "CLAIMS", "b.csv", OCTOBER);
            Rejection first = new Rejection(SourceRef.row("a.csv", "Sheet1", 7), "Paid", "not an amount");
            database.tell(StagingMapper.class, staging -> {
                staging.insertRejection(1, 2, new Rejection(SourceRef.row("a.csv", "Sheet1", 9), null, "later"));
                staging.insertRejection(1, 1, first);
            });

            Rejection found = database.ask(FileMapper.class, files -> files.firstRejection(1));
            assertThat(found).isEqualTo(first);
            Rejection none = database.ask(FileMapper.class, files -> files.firstRejection(2));
            assertThat(none).isNull();
        }
    }

    private static SourceFile fillEveryTable(TestDatabase database, StagedLines lines, long fileId) {
        SourceFile file = lines.file(fileId, "REMITTANCES", fileId + ".835", OCTOBER);
        SourceRef place = SourceRef.segment(file.name(), 3);
        lines.add(file, claim("A1"));
        lines.add(file, claim("A1").code("99213"));
        lines.add(file, payment("A1"));
        database.tell(StagingMapper.class, staging -> {
            staging.insertRejection(fileId, 1, new Rejection(place, null, "no service lines"));
            staging.insertTotal(fileId, 1, new StagedTotal(place, "Paid", Money.ZERO, Money.ZERO));
            staging.insertCheckTotal(
                    fileId, 1, new CheckTotal(place, null, null, null, Money.ZERO, Money.ZERO, Money.ZERO));
            staging.insertProviderAdjustment(
                    fileId, 1, new ProviderAdjustment(place, null, null, null, "WO", null, Money.ZERO), null);
            staging.insertRemark(fileId, 1, "remark", false);
        });
        BucketCount bucket = new BucketCount(fileId, Bucket.BLANK, 1, Money.ZERO, Money.ZERO, Money.ZERO);
        database.tell(FileMapper.class, files -> files.insertBucket(bucket));
        return file;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theFilesThatEarlierMonthsReadAreThoseWithLinesOfTheirLatestRevisionsThoseOfTheLatestRunLast(
            DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            YearMonth september = YearMonth.of(2026, 9);
            SourceFile claims = lines.file(1, "CLAIMS", "claims.csv", september);
            SourceFile withdrawn = lines.file(2, "CLAIMS", "withdrawn.csv", september);
            SourceFile headers = lines.file(3, "CLAIMS", "headers.csv", september);
            SourceFile purged = lines.file(4, "CLAIMS", "purged.csv", september);
            SourceFile otherwise = lines.file(5, "CLAIMS", "claims.csv", september, claims.sha256());
            SourceFile visits = lines.file(6, "REMITTANCES", "visits.csv", september);
            database.execute("insert into file_bucket (file_id, bucket, row_count, billed, allowed, paid) values"
                    + " (1, 'IN_SCOPE', 1, 0, 0, 0), (2, 'IN_SCOPE', 1, 0, 0, 0), (3, 'JOINED', 1, 0, 0, 0),"
                    + " (4, 'IN_SCOPE', 1, 0, 0, 0), (5, 'IN_SCOPE', 1, 0, 0, 0), (6, 'OTHER_CODES', 1, 0, 0, 0)");
            database.execute("update source_file set reading = 'purged 4' where file_id = 4");
            lines.run(1, "2026-09", claims, withdrawn);
            lines.complete(1);
            lines.run(2, "2026-08", otherwise, visits);
            lines.complete(2);
            lines.run(3, "2026-09", claims, headers, purged);
            lines.complete(3);
            // Never completed.
            lines.run(4, "2026-09", withdrawn);

            assertThat(readEarlier(database, YearMonth.of(2026, 10))).containsExactly(5L, 6L, 1L);
            assertThat(readEarlier(database, september)).containsExactly(5L, 6L);
            assertThat(readEarlier(database, YearMonth.of(2026, 8))).isEmpty();
        }
    }

    private static List<Long> readEarlier(TestDatabase database, YearMonth month) {
        return database.list(FileMapper.class, files -> files.readEarlier(month)).stream()
                .map(SourceFile::fileId)
                .toList();
    }
}
