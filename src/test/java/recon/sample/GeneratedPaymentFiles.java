package recon.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.sample.GeneratedPayment.Line;

/** The remittance files of a generated month, one after the other, each with a quarter of the rows. */
final class GeneratedPaymentFiles implements AutoCloseable {

    private static final int FILES = 4;

    private final YearMonth month;
    private final String checkPrefix;
    private final int expectedRows;
    private long rows;
    private long injectionRows;
    private long billedCents;
    private long allowedCents;
    private long paidCents;
    private final Path folder;
    private final GeneratedMonth.Format format;
    private int files;
    private RowSink sink;

    GeneratedPaymentFiles(Path folder, YearMonth month, GeneratedMonth.Format format, int expectedRows)
            throws IOException {
        this.month = month;
        this.checkPrefix = "GENCHK" + month + "-";
        this.expectedRows = expectedRows;
        this.folder = folder;
        this.format = format;
        this.sink = open();
    }

    private RowSink open() throws IOException {
        files++;
        String name = "generated-remittances-" + month + "-" + files;
        RowSink opened = format == GeneratedMonth.Format.XLSX
                ? new WorkbookSink(folder.resolve(name + ".xlsx"))
                : new TextSink(folder.resolve(name + ".csv"));
        opened.headings(("payer,payer_class,check_number,check_date,patient_control_number,payer_claim_number,"
                        + "line_control_number,claim_status,member_id,patient_last_name,patient_first_name,"
                        + "service_date,procedure_code,modifiers,units,place_of_service,billed,allowed,paid,adjustments")
                .split(","));
        return opened;
    }

    void add(GeneratedPayment payment, int sign) throws IOException {
        if (rows >= (long) expectedRows * files / FILES && files < FILES) {
            sink.close();
            sink = open();
        }
        rows++;
        injectionRows += payment.line().isInjection() ? 1 : 0;
        write(payment, sign);
    }

    private void write(GeneratedPayment payment, int sign) throws IOException {
        Line line = payment.line();
        long billed = sign * GeneratedPayment.CHARGE_CENTS;
        long allowed = (long) sign * payment.allowed();
        long paid = (long) sign * (payment.allowed() - payment.share());
        billedCents += billed;
        allowedCents += allowed;
        paidCents += paid;
        sink.text(line.payer().name()).text(line.payer().payerClass());
        sink.text(checkPrefix + payment.checkDate().getDayOfMonth()).date(payment.checkDate());
        sink.text(line.control())
                .text("99" + line.control())
                .text(line.controlNumber())
                .text(payment.status());
        sink.text(line.member()).text(line.lastName()).text("TEST");
        sink.date(line.serviceDate())
                .text(line.code())
                .text(line.modifiers())
                .number(1)
                .text("11");
        sink.amount(billed)
                .amount(allowed)
                .amount(paid)
                .text(payment.adjustments(sign))
                .endRow();
    }

    long rows() {
        return rows;
    }

    long injectionRows() {
        return injectionRows;
    }

    RowSums sums() {
        return new RowSums(Money.ofCents(billedCents), Money.ofCents(allowedCents), Money.ofCents(paidCents));
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
