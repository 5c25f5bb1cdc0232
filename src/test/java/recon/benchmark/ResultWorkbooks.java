package recon.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The two workbooks of the peers, by fastexcel: a list of the underpaid and a list of the denied lines. */
final class ResultWorkbooks implements AutoCloseable {

    private static final String[] HEADINGS = {
        "Payer",
        "Payer class",
        "Claim",
        "Payer claim no.",
        "Line",
        "Patient",
        "Member id",
        "Service date",
        "Place",
        "Units",
        "Billed",
        "Allowed",
        "Paid",
        "Expected low",
        "Expected high",
        "At issue",
        "Adjustments",
        "Check / EFT",
        "Check date"
    };

    private final Sheet underpaid;
    private final Sheet denied;

    ResultWorkbooks(Path folder) throws IOException {
        underpaid = new Sheet(folder.resolve("underpaid.xlsx"), "Underpaid lines");
        denied = new Sheet(folder.resolve("denied.xlsx"), "Denied lines");
    }

    /** Lines of other verdicts are passed over. */
    void add(ResultLine line) throws IOException {
        if (line.verdict().equals("UNDERPAID")) {
            underpaid.add(line);
        } else if (line.verdict().equals("DENIED")) {
            denied.add(line);
        }
    }

    @Override
    public void close() throws IOException {
        underpaid.close();
        denied.close();
    }

    private static final class Sheet implements AutoCloseable {
        private static final int ROWS_KEPT = 1000;

        private final OutputStream out;
        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;
        private int column;

        Sheet(Path file, String name) throws IOException {
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            workbook = new Workbook(out, "benchmark", "1.0");
            sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int i = 0; i < HEADINGS.length; i++) {
                sheet.width(i, 14);
                sheet.value(0, i, HEADINGS[i]);
            }
        }

        void add(ResultLine line) throws IOException {
            row++;
            column = 0;
            text(line.payer());
            text(line.payerClass());
            text(line.claim());
            text(line.payerClaim());
            text(line.line());
            text(line.patient());
            text(line.member());
            date(line.serviceDate());
            text(line.place());
            sheet.value(row, column++, line.units());
            amount(line.billed());
            amount(line.allowed());
            amount(line.paid());
            amount(line.low());
            amount(line.high());
            amount(line.atIssue());
            text(line.adjustments());
            text(line.check());
            date(line.checkDate());
            if (row % ROWS_KEPT == 0) {
                sheet.flush();
            }
        }

        private void text(String text) {
            sheet.value(row, column++, text);
        }

        private void amount(long cents) {
            sheet.value(row, column, cents / 100.0);
            sheet.style(row, column++).format("#,##0.00").set();
        }

        private void date(LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column++).format("yyyy-mm-dd").set();
        }

        @Override
        public void close() throws IOException {
            sheet.setAutoFilter(0, 0, row, HEADINGS.length - 1);
            workbook.close();
            out.close();
        }
    }
}
