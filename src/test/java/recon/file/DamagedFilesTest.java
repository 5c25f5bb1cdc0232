package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * Damages files at random: each is read or refused, never anything else, and never slowly. {@code -Drecon.fuzz.cases=100000} digs
 * longer, {@code -Drecon.fuzz.seed=N} repeats one case.
 */
class DamagedFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int CASES = Integer.getInteger("recon.fuzz.cases", 1_000);

    @Test
    void aDamagedXlsxIsReadOrRefused() {
        byte[] whole = new WorkbookBuilder()
                .sharedStrings("<si><t>claim</t></si><si><r><t>TEST</t></r><r><t>PATIENT</t></r></si>")
                .sheet(
                        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
                                + "<row r='2'><c r='A2' s='1'><v>45900</v></c><c r='B2'><f>1+1</f><v>2</v></c></row>",
                        "<mergeCells count='1'><mergeCell ref='A2:A4'/></mergeCells>")
                .bytes();
        damage(whole, 0);
    }

    /** Here the damage is in the XML and not in the zip around it, which its check sums protect. */
    @Test
    void damagedXmlIsReadOrRefused() {
        String sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a_x0041_</t></is></c>"
                + "<c r='B1' t='d'><v>2026-10-01</v></c></row><row><c s='2'><v>45900</v></c><c t='e'><v>#N/A</v></c></row>"
                + "</sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells></worksheet>";
        String workbook = WorkbookBuilder.workbook("<workbookPr/>", "<sheet name='P' sheetId='1' r:id='r1'/>");
        repeat(1, random -> new WorkbookBuilder()
                .part("xl/worksheets/sheet1.xml", text(damaged(sheet.getBytes(StandardCharsets.UTF_8), random)))
                .part(
                        "xl/workbook.xml",
                        random.nextInt(4) > 0
                                ? workbook
                                : text(damaged(workbook.getBytes(StandardCharsets.UTF_8), random)))
                .bytes());
    }

    @Test
    void aDamagedXlsIsReadOrRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Payments");
            for (int r = 0; r < 20; r++) {
                sheet.createRow(r).createCell(0).setCellValue("claim " + r);
                sheet.getRow(r).createCell(1).setCellValue(r * 1.1);
                sheet.getRow(r).createCell(2).setCellFormula("\"a\"&B1");
            }
            workbook.write(bytes);
        }
        damage(bytes.toByteArray(), 2);
    }

    @Test
    void aDamagedCsvIsReadOrRefused() {
        String line = "C1,\"TESTPATIENT, ALPHA\",10/01/2026,96372,\"say \"\"x\"\"\",13.91\r\n";
        damage(("claim,name,date,code,note,paid\r\n" + line.repeat(30)).getBytes(StandardCharsets.UTF_8), 3);
    }

    private static void damage(byte[] whole, int kind) {
        repeat(kind, random -> damaged(whole, random));
    }

    private interface Damage {
        byte[] of(Random random);
    }

    private static void repeat(int kind, Damage damage) {
        Long only = Long.getLong("recon.fuzz.seed");
        long first = only == null ? kind * 1_000_000_000L : only;
        LongStream.range(first, first + (only == null ? CASES : 1)).forEach(seed -> {
            byte[] content = damage.of(new Random(seed));
            assertTimeoutPreemptively(LONGEST, () -> readOrRefused(content, seed), "seed " + seed);
        });
    }

    private static void readOrRefused(byte[] content, long seed) {
        try {
            Reading.rows(content);
        } catch (UnreadableFileException e) {
            assertThat(e.getMessage()).as("seed " + seed).startsWith("test: ");
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        for (int faults = 1 + random.nextInt(6); faults > 0 && damaged.length > 8; faults--) {
            int at = random.nextInt(damaged.length);
            int length = Math.min(1 + random.nextInt(16), damaged.length - at);
            switch (random.nextInt(5)) {
                case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> damaged[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(damaged, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> damaged = random.nextInt(8) > 0 ? damaged : Arrays.copyOf(damaged, at);
                default -> System.arraycopy(whole, random.nextInt(whole.length - length + 1), damaged, at, length);
            }
        }
        return damaged;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
