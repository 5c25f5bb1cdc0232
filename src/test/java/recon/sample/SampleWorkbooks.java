package recon.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** Writes the sample's workbooks; the same rows give the same cells, and in one Java release the same bytes. */
final class SampleWorkbooks {

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 10, 30, 12, 0);
    private static final int PAGE_ROWS = 24;

    private final Workbook workbook;
    private final CellStyle money;
    private final CellStyle date;

    private SampleWorkbooks(Workbook workbook) {
        this.workbook = workbook;
        money = workbook.createCellStyle();
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("m/d/yyyy"));
    }

    /** Banner, headings over two rows and again on the second page, and a grand total below. */
    static byte[] advice(List<SamplePayment> payments) {
        SampleWorkbooks writer = new SampleWorkbooks(new XSSFWorkbook());
        Sheet sheet = writer.workbook.createSheet("Remittance advice");
        writer.row(sheet, List.of("Sample State Medicaid"));
        writer.row(sheet, List.of("Remittance advice to Sample Practice for October 2026 (invented)"));
        sheet.createRow(2);
        writer.headings(sheet, Layouts.ADVICE);
        for (int i = 0; i < payments.size(); i++) {
            if (i == PAGE_ROWS) {
                writer.headings(sheet, Layouts.ADVICE);
            }
            writer.row(sheet, Layouts.ADVICE, payments.get(i));
        }
        Row total = sheet.createRow(sheet.getLastRowNum() + 1);
        writer.cell(total, 0, "Grand Total");
        writer.cell(total, 9, sum(payments.stream().map(SamplePayment::billed).toList()));
        writer.cell(
                total,
                10,
                sum(payments.stream().map(SamplePayment::allowedAmount).toList()));
        writer.cell(total, 11, sum(payments.stream().map(SamplePayment::paid).toList()));
        return writer.xlsx();
    }

    /** A sheet of words, a sheet for each payer, and a hidden one that repeats some rows. */
    static byte[] adjustmentRows(List<SamplePayment> first, List<SamplePayment> second) {
        SampleWorkbooks writer = new SampleWorkbooks(new XSSFWorkbook());
        writer.row(
                writer.workbook.createSheet("Read me"), List.of("One row for each adjustment. All data is invented."));
        writer.adjustmentSheet(first.get(0).payer().payerName(), first);
        writer.adjustmentSheet(second.get(0).payer().payerName(), second);
        writer.adjustmentSheet("Working copy", first.subList(0, 6));
        writer.workbook.setSheetHidden(3, true);
        return writer.xlsx();
    }

    private void adjustmentSheet(String name, List<SamplePayment> payments) {
        Sheet sheet = workbook.createSheet(name);
        row(sheet, Column.headings(AdjustmentRow.COLUMNS));
        AdjustmentRow.of(payments).forEach(row -> row(sheet, AdjustmentRow.COLUMNS, row));
    }

    /** The binary format of Excel 97 to 2003. */
    static byte[] shares(List<SamplePayment> payments) {
        SampleWorkbooks writer = new SampleWorkbooks(new HSSFWorkbook());
        Sheet sheet = writer.workbook.createSheet("Payments");
        writer.row(sheet, Column.headings(Layouts.SHARES));
        payments.forEach(payment -> writer.row(sheet, Layouts.SHARES, payment));
        return writer.bytes();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private <T> void headings(Sheet sheet, List<Column<T>> columns) {
        row(
                sheet,
                columns.stream().map(column -> column.heading().split("\\|")[0]).toList());
        row(
                sheet,
                columns.stream().map(column -> column.heading().split("\\|")[1]).toList());
    }

    private <T> void row(Sheet sheet, List<Column<T>> columns, T value) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < columns.size(); i++) {
            cell(row, i, columns.get(i).value().apply(value));
        }
    }

    private void row(Sheet sheet, List<String> texts) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < texts.size(); i++) {
            cell(row, i, texts.get(i));
        }
    }

    private void cell(Row row, int column, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof Money amount) {
            cell.setCellValue(amount.toDollars().doubleValue());
            cell.setCellStyle(money);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private byte[] xlsx() {
        var properties = ((XSSFWorkbook) workbook).getProperties().getCoreProperties();
        properties.setCreated(Optional.of(new Date(0)));
        properties.setModified(Optional.of(new Date(0)));
        properties.setCreator("Sample Practice");
        return timeless(bytes());
    }

    private byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same parts under a fixed time, since a zip file holds the time of writing. */
    private static byte[] timeless(byte[] zipped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zipped));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(WRITTEN);
                out.putNextEntry(timeless);
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
