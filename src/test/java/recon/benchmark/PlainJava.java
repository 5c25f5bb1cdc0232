package recon.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The month as a Java program without a framework or database does it: fastexcel or FastCSV in, a hash map in memory, fastexcel out.
 * It knows no more rules than generated months need.
 */
final class PlainJava {

    private static final String INJECTION = "96372";
    private static final String REVERSAL = "22";

    /** One row's cells by the place of their heading. */
    private interface Cells {
        String text(int column);

        long cents(int column);

        LocalDate date(int column);
    }

    private record Claim(
            String payer,
            String payerClass,
            String claim,
            String line,
            String patient,
            String member,
            LocalDate serviceDate,
            String place,
            int units,
            long charge) {}

    private record Payment(
            String payer,
            String payerClass,
            String check,
            LocalDate checkDate,
            String claim,
            String payerClaim,
            String line,
            String status,
            String member,
            String patient,
            LocalDate serviceDate,
            String place,
            long billed,
            long allowed,
            long paid,
            String adjustments) {}

    private static final class History {
        private final Claim claim;
        private @Nullable Payment payment;
        private boolean reversed;

        History(Claim claim) {
            this.claim = claim;
        }
    }

    private final Map<String, History> histories = new HashMap<>();
    private final Set<Payment> seen = new HashSet<>();
    private final List<Payment> unmatched = new ArrayList<>();
    private long rows;
    private final long[] sums = new long[3];

    /** {@code INPUT OUTPUT}. */
    public static void main(String[] arguments) throws IOException {
        PlainJava month = new PlainJava();
        Path input = Path.of(arguments[0]);
        for (Path file : files(input.resolve("claims"))) {
            month.readCsv(file, month::claims);
        }
        for (Path file : files(input.resolve("remittances"))) {
            if (file.toString().endsWith(".xlsx")) {
                month.readXlsx(file);
            } else {
                month.readCsv(file, month::payments);
            }
        }
        month.judge(Path.of(arguments[1])).print();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Given a sheet's headings, takes its rows. */
    private interface RowTaker {
        Consumer<Cells> headings(Map<String, Integer> columns);
    }

    private void readCsv(Path file, RowTaker taker) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            Consumer<Cells> rowTaker = null;
            for (CsvRecord row : reader) {
                if (rowTaker == null) {
                    rowTaker = taker.headings(columns(row.getFields()));
                } else {
                    rowTaker.accept(new CsvCells(row));
                }
            }
        }
    }

    private void readXlsx(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rowStream = workbook.getFirstSheet().openStream()) {
            Consumer<Cells> rowTaker = null;
            for (Row row : (Iterable<Row>) rowStream::iterator) {
                if (rowTaker == null) {
                    rowTaker = payments(
                            columns(row.stream().map(cell -> cell.getText()).toList()));
                } else {
                    rowTaker.accept(new XlsxCells(row));
                }
            }
        }
    }

    private static Map<String, Integer> columns(List<String> headings) {
        Map<String, Integer> columns = new HashMap<>();
        headings.forEach(heading -> columns.put(heading, columns.size()));
        return columns;
    }

    private Consumer<Cells> claims(Map<String, Integer> at) {
        int code = at.get("procedure_code");
        int payer = at.get("payer");
        int payerClass = at.get("payer_class");
        int claim = at.get("patient_control_number");
        int line = at.get("line_control_number");
        int patient = at.get("patient_last_name");
        int member = at.get("member_id");
        int serviceDate = at.get("service_date");
        int place = at.get("place_of_service");
        int units = at.get("units");
        int charge = at.get("charge");
        return row -> {
            if (row.text(code).equals(INJECTION)) {
                Claim read = new Claim(
                        row.text(payer),
                        row.text(payerClass),
                        row.text(claim),
                        row.text(line),
                        row.text(patient),
                        row.text(member),
                        row.date(serviceDate),
                        row.text(place),
                        Integer.parseInt(row.text(units)),
                        row.cents(charge));
                histories.put(read.line(), new History(read));
            }
        };
    }

    private Consumer<Cells> payments(Map<String, Integer> at) {
        int code = at.get("procedure_code");
        int payer = at.get("payer");
        int payerClass = at.get("payer_class");
        int check = at.get("check_number");
        int checkDate = at.get("check_date");
        int claim = at.get("patient_control_number");
        int payerClaim = at.get("payer_claim_number");
        int line = at.get("line_control_number");
        int status = at.get("claim_status");
        int member = at.get("member_id");
        int patient = at.get("patient_last_name");
        int serviceDate = at.get("service_date");
        int place = at.get("place_of_service");
        int billed = at.get("billed");
        int allowed = at.get("allowed");
        int paid = at.get("paid");
        int adjustments = at.get("adjustments");
        return row -> {
            rows++;
            sums[0] += row.cents(billed);
            sums[1] += row.cents(allowed);
            sums[2] += row.cents(paid);
            if (row.text(code).equals(INJECTION)) {
                match(new Payment(
                        row.text(payer),
                        row.text(payerClass),
                        row.text(check),
                        row.date(checkDate),
                        row.text(claim),
                        row.text(payerClaim),
                        row.text(line),
                        row.text(status),
                        row.text(member),
                        row.text(patient),
                        row.date(serviceDate),
                        row.text(place),
                        row.cents(billed),
                        row.cents(allowed),
                        row.cents(paid),
                        row.text(adjustments)));
            }
        };
    }

    private void match(Payment payment) {
        if (!seen.add(payment)) {
            return;
        }
        History history = histories.get(payment.line());
        if (history == null
                || !history.claim.claim().equals(payment.claim())
                || !history.claim.serviceDate().equals(payment.serviceDate())) {
            unmatched.add(payment);
        } else if (payment.status().equals(REVERSAL)) {
            history.reversed = true;
        } else {
            history.payment = payment;
        }
    }

    private Answer judge(Path output) throws IOException {
        Map<String, long[]> verdicts = new TreeMap<>();
        List<History> sorted = new ArrayList<>(histories.values());
        sorted.sort(Comparator.comparing((History history) -> history.claim.payer())
                .thenComparing(history -> history.claim.line()));
        try (ResultWorkbooks workbooks = new ResultWorkbooks(output)) {
            for (History history : sorted) {
                String verdict = verdict(history);
                long atIssue = atIssue(verdict, history);
                count(verdicts, verdict, history.claim.charge(), atIssue);
                if (history.payment != null) {
                    workbooks.add(line(verdict, history.claim, history.payment, atIssue));
                }
            }
        }
        unmatched.forEach(payment -> count(verdicts, "UNMATCHED", payment.billed(), 0));
        Answer answer = new Answer();
        answer.remittances(rows, sums);
        verdicts.forEach((verdict, sum) -> answer.verdict(verdict, sum[0], sum[1], sum[2]));
        return answer;
    }

    private static String verdict(History history) {
        Payment payment = history.payment;
        if (payment == null) {
            return "NO_RESPONSE";
        } else if (history.reversed) {
            return "PENDED";
        } else if (payment.allowed() == 0) {
            return "DENIED";
        }
        long low = low(history.claim);
        long high = high(history.claim);
        if (payment.allowed() < low - tolerance(low)) {
            return "UNDERPAID";
        }
        return payment.allowed() > high + tolerance(high) ? "OVERPAID" : "IN_RANGE";
    }

    private static long atIssue(String verdict, History history) {
        return switch (verdict) {
            case "DENIED" -> low(history.claim);
            case "UNDERPAID" -> history.payment == null ? 0 : low(history.claim) - history.payment.allowed();
            default -> 0;
        };
    }

    private static long low(Claim claim) {
        return claim.units()
                * switch (claim.payerClass()) {
                    case "Medicare" -> 2000L;
                    case "Medicaid" -> 1500L;
                    default -> 2500L;
                };
    }

    private static long high(Claim claim) {
        return claim.units()
                * switch (claim.payerClass()) {
                    case "Medicare" -> 3000L;
                    case "Medicaid" -> 2500L;
                    default -> 5000L;
                };
    }

    private static long tolerance(long bound) {
        return Math.max(5, bound / 100);
    }

    private static void count(Map<String, long[]> verdicts, String verdict, long billed, long atIssue) {
        long[] sum = verdicts.computeIfAbsent(verdict, name -> new long[3]);
        sum[0]++;
        sum[1] += billed;
        sum[2] += atIssue;
    }

    private static ResultLine line(String verdict, Claim claim, Payment payment, long atIssue) {
        return new ResultLine(
                verdict,
                claim.payer(),
                claim.payerClass(),
                claim.claim(),
                payment.payerClaim(),
                claim.line(),
                claim.patient(),
                claim.member(),
                claim.serviceDate(),
                claim.place(),
                claim.units(),
                payment.billed(),
                payment.allowed(),
                payment.paid(),
                low(claim),
                high(claim),
                atIssue,
                payment.adjustments(),
                payment.check(),
                payment.checkDate());
    }

    private record CsvCells(CsvRecord row) implements Cells {
        @Override
        public String text(int column) {
            return row.getField(column);
        }

        @Override
        public long cents(int column) {
            return new BigDecimal(row.getField(column)).movePointRight(2).longValueExact();
        }

        @Override
        public LocalDate date(int column) {
            return LocalDate.parse(row.getField(column));
        }
    }

    private record XlsxCells(Row row) implements Cells {
        @Override
        public String text(int column) {
            return row.getCellText(column);
        }

        @Override
        public long cents(int column) {
            return row.getCell(column).asNumber().movePointRight(2).longValueExact();
        }

        @Override
        public LocalDate date(int column) {
            return row.getCell(column).asDate().toLocalDate();
        }
    }

    private PlainJava() {}
}
