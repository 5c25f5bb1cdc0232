package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import recon.claim.Adjustment;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.RemittanceLine;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;

/** Random rows in a random layout give the same records, and every row read is counted once. */
class RandomLayoutsTest {

    private static final int LAYOUTS = 120;

    /** A line as it truly is, before a layout writes it. */
    private record Truth(
            String control,
            String check,
            LocalDate date,
            boolean injection,
            List<String> modifiers,
            int units,
            Money billed,
            Money allowed,
            Money paid,
            List<Adjustment> adjustments) {

        String canonical() {
            return String.join(
                    "|",
                    control,
                    check,
                    date.toString(),
                    String.join(" ", modifiers),
                    units + "",
                    billed.toString(),
                    allowed.toString(),
                    paid.toString(),
                    adjustments.toString());
        }
    }

    private static String canonical(RemittanceLine line) {
        return String.join(
                "|",
                line.patientControlNumber(),
                line.checkNumber(),
                line.serviceDate().toString(),
                line.modifiers().toString(),
                line.units() + "",
                line.billed().toString(),
                line.allowed() + "",
                line.paid().toString(),
                line.adjustments().toString());
    }

    /** Columns of a layout: one of the headings known for it, and how its values are written. */
    private enum Column {
        CONTROL("Pat Acct No.", "patient_control_number", "PATIENT CONTROL NUMBER", "Account", "Patient.Acct #"),
        CHECK("Chk Nbr", "Check Number", "Warrant/EFT #", "check_number"),
        DATE("Svc Date", "SERV DATE", "DOS", "DOS From", "Service Date", "service.date"),
        CODE("CPT4", "PROC", "HCPCS", "HCPCS/CPT", "Procedure Code"),
        MODIFIERS("MODS", "Modifiers", "modifier"),
        UNITS("NOS", "Qty", "billed_units", "Units"),
        BILLED("Bill Amt", "BILLED", "Charge", "Billed Amount"),
        ALLOWED("Allwd Amt", "ALLOWED", "Allowed Amount"),
        PAID("Pd Amt", "PROV PD", "Paid", "PAID_AMOUNT"),
        ADJUSTMENTS("adjustments", "GRP/RC-AMT"),
        UNKNOWN("Comment", "Service Dates To", "Batch");

        private final String[] headings;

        Column(String... headings) {
            this.headings = headings;
        }
    }

    @Test
    void randomRowsInARandomLayoutGiveTheSameRecords() throws UnreadableFileException {
        for (int seed = 0; seed < LAYOUTS; seed++) {
            checkLayout(new Random(seed), seed);
        }
    }

    private void checkLayout(Random random, int seed) throws UnreadableFileException {
        List<Truth> truths = new ArrayList<>();
        for (int i = random.nextInt(12) + 1; i > 0; i--) {
            truths.add(truth(random, truths.size()));
        }
        List<Column> columns = new ArrayList<>(Arrays.asList(Column.values()));
        Collections.shuffle(columns, random);
        boolean perAdjustment = random.nextInt(4) == 0;
        Sheet sheet = new Sheet(random, columns, perAdjustment);
        sheet.write(truths);
        Intake read = random.nextInt(3) == 0 ? Intake.workbook(sheet.workbook()) : ofText(sheet.text());

        String context = "seed " + seed + "\n" + sheet.text();
        assertThat(read.rejections()).as(context).isEmpty();
        assertThat(read.remittances().stream().map(RandomLayoutsTest::canonical))
                .as(context)
                .containsExactlyElementsOf(truths.stream()
                        .filter(Truth::injection)
                        .map(Truth::canonical)
                        .toList());
        assertThat(read.rows).as(context).hasSize(read.rowsRead);
        assertThat(read.rowsRead).as(context).isEqualTo(sheet.rows.size());
        for (Bucket bucket : Bucket.values()) {
            assertThat(read.buckets().getOrDefault(bucket, 0))
                    .as(bucket + " of " + context)
                    .isEqualTo(Collections.frequency(sheet.buckets, bucket));
        }
        assertThat(read.sums().paid())
                .as(context)
                .isEqualTo(truths.stream().map(Truth::paid).reduce(Money.ZERO, Money::plus));
        assertThat(read.totals).as(context).allMatch(total -> total.stated().equals(total.ours()));
        assertThat(read.totals).as(context).hasSize(3 * Collections.frequency(sheet.buckets, Bucket.TOTAL));
    }

    private static Intake ofText(String text) throws UnreadableFileException {
        return Intake.of(InputFiles.ofBytes(text.getBytes(StandardCharsets.UTF_8), "test.csv"), Intake.SHIPPED);
    }

    private static Truth truth(Random random, int number) {
        Money allowed = Money.ofCents(1_000 + random.nextInt(2_000));
        Money share = Money.ofCents(random.nextInt(900));
        Money writtenOff = Money.ofCents(1 + random.nextInt(9_000));
        List<Adjustment> adjustments = new ArrayList<>();
        adjustments.add(Adjustment.of("CO", "45", writtenOff.toString()));
        if (!share.isZero()) {
            adjustments.add(Adjustment.of("PR", "2", share.toString()));
        }
        List<List<String>> modifiers = List.of(List.of(), List.of("59"), List.of("59", "LT"));
        return new Truth(
                "A-" + number / 3,
                "C" + random.nextInt(3),
                LocalDate.of(2026, 10, 1 + random.nextInt(31)),
                random.nextInt(3) > 0,
                modifiers.get(random.nextInt(3)),
                1 + random.nextInt(4),
                allowed.plus(writtenOff),
                allowed,
                allowed.minus(share),
                adjustments);
    }

    /** Writes lines as one layout would. */
    private static final class Sheet {
        private final Random random;
        private final List<Column> columns;
        private final boolean perAdjustment;
        private final List<Object[]> rows = new ArrayList<>();
        private final List<Bucket> buckets = new ArrayList<>();
        private final int dateStyle;
        private final int moneyStyle;
        private final int codeStyle;

        Sheet(Random random, List<Column> columns, boolean perAdjustment) {
            this.random = random;
            this.columns = columns;
            this.perAdjustment = perAdjustment;
            this.dateStyle = random.nextInt(5);
            this.moneyStyle = random.nextInt(4);
            this.codeStyle = random.nextInt(3);
        }

        void write(List<Truth> truths) {
            List<String> banners = List.of("Testcare remittance, page 1", "Printed 10/31/2026", "All amounts in USD");
            for (int i = random.nextInt(4); i > 0; i--) {
                add(Bucket.BANNER, banners.get(i - 1));
            }
            Object[] headings = headings();
            add(Bucket.BANNER, headings);
            Money[] sums = {Money.ZERO, Money.ZERO, Money.ZERO};
            Money[] sinceLast = {Money.ZERO, Money.ZERO, Money.ZERO};
            for (Truth truth : truths) {
                add(sums, truth);
                add(sinceLast, truth);
                lines(truth);
                if (random.nextInt(6) == 0) {
                    add(Bucket.BLANK);
                }
                if (random.nextInt(6) == 0) {
                    add(Bucket.REPEATED_HEADING, headings);
                }
                if (random.nextInt(6) == 0) {
                    total("Subtotal", sinceLast);
                    Arrays.fill(sinceLast, Money.ZERO);
                }
            }
            if (random.nextBoolean()) {
                total("Grand total:", sums);
            }
        }

        private static void add(Money[] sums, Truth truth) {
            sums[0] = sums[0].plus(truth.billed());
            sums[1] = sums[1].plus(truth.allowed());
            sums[2] = sums[2].plus(truth.paid());
        }

        private Object[] headings() {
            List<Object> headings = new ArrayList<>();
            for (Column column : columns) {
                if (column == Column.ADJUSTMENTS && perAdjustment) {
                    headings.addAll(List.of("Group Code", "Reason Code", "Adjustment Amount"));
                } else {
                    String heading = column.headings[random.nextInt(column.headings.length)];
                    headings.add(random.nextInt(3) == 0 ? heading.toUpperCase(Locale.ROOT) : heading);
                }
            }
            return headings.toArray();
        }

        private void lines(Truth truth) {
            if (perAdjustment) {
                for (int i = 0; i < truth.adjustments().size(); i++) {
                    Bucket bucket = i > 0 ? Bucket.JOINED : truth.injection() ? Bucket.IN_SCOPE : Bucket.OTHER_CODES;
                    add(bucket, line(truth, truth.adjustments().get(i)));
                }
            } else {
                add(truth.injection() ? Bucket.IN_SCOPE : Bucket.OTHER_CODES, line(truth, null));
            }
        }

        private Object[] line(Truth truth, Adjustment only) {
            List<Object> cells = new ArrayList<>();
            for (Column column : columns) {
                switch (column) {
                    case CONTROL -> cells.add(truth.control());
                    case CHECK -> cells.add(truth.check());
                    case DATE -> cells.add(date(truth.date()));
                    case CODE -> cells.add(code(truth.injection()));
                    case MODIFIERS ->
                        cells.add(truth.modifiers().isEmpty() ? null : String.join(" ", truth.modifiers()));
                    case UNITS -> cells.add(truth.units());
                    case BILLED -> cells.add(money(truth.billed()));
                    case ALLOWED -> cells.add(money(truth.allowed()));
                    case PAID -> cells.add(money(truth.paid()));
                    case ADJUSTMENTS -> {
                        if (only == null) {
                            cells.add(Adjustment.format(truth.adjustments()));
                        } else {
                            cells.add(only.group());
                            cells.add(only.carc());
                            cells.add(money(only.amount()));
                        }
                    }
                    default -> cells.add("x");
                }
            }
            return cells.toArray();
        }

        private Object date(LocalDate date) {
            return switch (dateStyle) {
                case 0 -> date.toString();
                case 1 -> date.format(DateTimeFormatter.ofPattern("M/d/yyyy"));
                case 2 -> date.format(DateTimeFormatter.ofPattern("MM/dd/yy"));
                case 3 -> date.format(DateTimeFormatter.BASIC_ISO_DATE);
                default -> date.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
            };
        }

        private Object code(boolean injection) {
            String code = injection ? "96372" : "J3420";
            return switch (codeStyle) {
                case 0 -> code;
                case 1 -> code + " - a description";
                default -> injection ? (Object) 96372 : code;
            };
        }

        private Object money(Money money) {
            return switch (moneyStyle) {
                case 0 -> money.toString();
                case 1 -> money.inWords();
                case 2 -> "\u00a0" + money + " ";
                default -> money.toDollars();
            };
        }

        private void total(String label, Money[] sums) {
            List<Object> cells = new ArrayList<>();
            boolean labelled = false;
            for (Column column : columns) {
                switch (column) {
                    case BILLED -> cells.add(money(sums[0]));
                    case ALLOWED -> cells.add(money(sums[1]));
                    case PAID -> cells.add(money(sums[2]));
                    default -> {
                        cells.add(labelled ? null : label);
                        labelled = true;
                        if (column == Column.ADJUSTMENTS && perAdjustment) {
                            cells.add(null);
                            cells.add(null);
                        }
                    }
                }
            }
            add(Bucket.TOTAL, cells.toArray());
        }

        private void add(Bucket bucket, Object... cells) {
            rows.add(cells);
            buckets.add(bucket);
        }

        XSSFWorkbook workbook() {
            XSSFWorkbook workbook = new XSSFWorkbook();
            Intake.sheet(workbook, "Payments", rows.toArray(Object[][]::new));
            return workbook;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (Object[] row : rows) {
                List<String> cells = new ArrayList<>();
                for (Object cell : row) {
                    cells.add(cell == null ? "" : '"' + cell.toString().replace("\"", "\"\"") + '"');
                }
                text.append(String.join(",", cells)).append('\n');
            }
            return text.toString();
        }
    }
}
