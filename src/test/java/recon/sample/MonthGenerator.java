package recon.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.verdict.Verdict;

/** Writes a {@link GeneratedMonth}, a claim at a time. */
final class MonthGenerator {

    private static final int FILES = 4;
    private static final String[] OTHER_CODES = {"J3420", "99213", "J1885", "90471", "85025", "J0696", "36415", "99214"
    };
    private static final String[] DENIALS = {"97", "16", "50", "11", "197", "29", "151", "109"};
    private static final long CHARGE_CENTS = 6800;

    private enum Outcome {
        IN_RANGE,
        UNDERPAID,
        DENIED,
        REVERSED,
        STRAY,
        REPEATED
    }

    private record Payer(String name, String payerClass, int lowCents, int highCents) {}

    private static final Payer[] PAYERS = {
        new Payer("Generated Medicare One", "Medicare", 2000, 3000),
        new Payer("Generated Medicare Two", "Medicare", 2000, 3000),
        new Payer("Generated Medicaid One", "Medicaid", 1500, 2500),
        new Payer("Generated Medicaid Two", "Medicaid", 1500, 2500),
        new Payer("Generated Health One", "Private", 2500, 5000),
        new Payer("Generated Health Two", "Private", 2500, 5000),
        new Payer("Generated Health Three", "Private", 2500, 5000)
    };

    /** One claim line, known by numbers alone. */
    private record Line(Payer payer, String control, int number, String member, LocalDate serviceDate, String code) {

        boolean isInjection() {
            return code.equals("96372");
        }

        String controlNumber() {
            return control + "-" + number;
        }
    }

    private final YearMonth month;
    private final int lines;
    private final Random random;
    private final String prefix;
    private final LocalDate[] serviceDates = new LocalDate[27];
    private final LocalDate[] checkDates = new LocalDate[25];
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    private long claimInjections;
    private long chargeCents;
    private long rows;
    private long injectionRows;
    private long duplicates;
    private long billedCents;
    private long allowedCents;
    private long paidCents;
    /** Rows written beyond one for each line; as many lines are left without an answer. */
    private int surplus;

    MonthGenerator(YearMonth month, int lines, long seed) {
        this.month = month;
        this.lines = lines;
        this.random = new Random(seed + month.getYear() * 12L + month.getMonthValue());
        this.prefix = "GEN%02d%02d".formatted(month.getYear() % 100, month.getMonthValue());
        for (int day = 0; day < serviceDates.length; day++) {
            serviceDates[day] = month.minusMonths(1).atDay(day + 1);
        }
        for (int day = 0; day < checkDates.length; day++) {
            checkDates[day] = month.atDay(day + 1);
        }
    }

    GeneratedMonth write(Path input, GeneratedMonth.Format format) throws IOException {
        Path claims = Files.createDirectories(input.resolve("claims"));
        Path remittances = Files.createDirectories(input.resolve("remittances"));
        try (RowSink claimSink = new TextSink(claims.resolve("generated-claims-" + month + ".csv"));
                PaymentFiles payments = new PaymentFiles(remittances, format)) {
            claimSink.headings(("payer,payer_class,patient_control_number,line_number,line_control_number,member_id,"
                            + "patient_last_name,patient_first_name,service_date,procedure_code,modifiers,units,charge,"
                            + "place_of_service,rendering_npi,rendering_credential,submitted_date,diagnoses,ndc,drug")
                    .split(","));
            int written = 0;
            for (int claim = 0; written < lines; claim++) {
                int size = Math.min(3 + claim % 2, lines - written);
                writeClaim(claim, size, lines - written, claimSink, payments);
                written += size;
            }
        }
        return new GeneratedMonth(
                lines,
                claimInjections,
                new RowSums(Money.ofCents(chargeCents), Money.ZERO, Money.ZERO),
                rows,
                injectionRows,
                duplicates,
                new RowSums(Money.ofCents(billedCents), Money.ofCents(allowedCents), Money.ofCents(paidCents)),
                Map.copyOf(verdicts));
    }

    private void writeClaim(int claim, int size, int left, RowSink claims, PaymentFiles payments) throws IOException {
        Payer payer = PAYERS[random.nextInt(PAYERS.length)];
        LocalDate day = serviceDates[random.nextInt(serviceDates.length)];
        String control = prefix + (1_000_000 + claim);
        String member = "TEST" + prefix.substring(3) + (1_000_000 + claim);
        for (int i = 0; i < size; i++) {
            String code = i == 1 ? "96372" : OTHER_CODES[random.nextInt(OTHER_CODES.length)];
            Line line = new Line(payer, control, i + 1, member, day, code);
            writeClaimLine(line, claims);
            boolean unanswered = surplus > 0 && (random.nextInt(20) == 0 || surplus >= left - i);
            if (unanswered) {
                surplus--;
                count(line, Verdict.NO_RESPONSE);
            } else {
                // Where only one line is left there is no other whose answer could be left out.
                answer(line, left - i > 1 + surplus ? outcome() : Outcome.IN_RANGE, payments);
            }
        }
    }

    private void writeClaimLine(Line line, RowSink claims) throws IOException {
        claimInjections += line.isInjection() ? 1 : 0;
        chargeCents += CHARGE_CENTS;
        claims.text(line.payer().name()).text(line.payer().payerClass()).text(line.control());
        claims.number(line.number()).text(line.controlNumber()).text(line.member());
        claims.text("SAMPLE-" + line.control().substring(7)).text("TEST").date(line.serviceDate());
        claims.text(line.code())
                .text("")
                .number(1)
                .amount(CHARGE_CENTS)
                .text("11")
                .text("1999999984")
                .text("MD");
        claims.date(line.serviceDate().plusDays(3))
                .text("E53.8")
                .text("")
                .text("")
                .endRow();
    }

    private Outcome outcome() {
        int dice = random.nextInt(1000);
        if (dice < 80) {
            return Outcome.DENIED;
        } else if (dice < 140) {
            return Outcome.UNDERPAID;
        } else if (dice < 150) {
            return Outcome.REVERSED;
        } else if (dice < 160) {
            return Outcome.STRAY;
        }
        return dice < 165 ? Outcome.REPEATED : Outcome.IN_RANGE;
    }

    private void answer(Line line, Outcome outcome, PaymentFiles payments) throws IOException {
        Payer payer = line.payer();
        boolean denied = outcome == Outcome.DENIED;
        boolean below = outcome == Outcome.UNDERPAID;
        int inRange = payer.lowCents() + random.nextInt(payer.highCents() - payer.lowCents() + 1);
        int allowed = denied ? 0 : below ? payer.lowCents() - 100 - random.nextInt(600) : inRange;
        Payment payment = new Payment(
                line,
                checkDates[random.nextInt(checkDates.length)],
                "1",
                allowed,
                DENIALS[random.nextInt(DENIALS.length)]);
        switch (outcome) {
            case STRAY -> {
                Line stray = new Line(
                        payer,
                        "STRAY" + line.control(),
                        line.number(),
                        "NOBODY" + line.member(),
                        line.serviceDate(),
                        line.code());
                payments.add(payment.of(stray), 1);
                count(line, Verdict.NO_RESPONSE);
                count(line, Verdict.UNMATCHED);
            }
            case REVERSED -> {
                payments.add(payment, 1);
                payments.add(payment.reversed(month.atDay(28)), -1);
                surplus++;
                count(line, Verdict.PENDED);
            }
            case REPEATED -> {
                payments.add(payment, 1);
                payments.add(payment, 1);
                surplus++;
                duplicates += line.isInjection() ? 1 : 0;
                count(line, Verdict.IN_RANGE);
            }
            default -> {
                payments.add(payment, 1);
                count(line, denied ? Verdict.DENIED : below ? Verdict.UNDERPAID : Verdict.IN_RANGE);
            }
        }
    }

    private void count(Line line, Verdict verdict) {
        if (line.isInjection()) {
            verdicts.merge(verdict, 1L, Long::sum);
        }
    }

    /** @param denial CARC of a payment that allows nothing */
    private record Payment(Line line, LocalDate checkDate, String status, int allowed, String denial) {

        Payment of(Line other) {
            return new Payment(other, checkDate, status, allowed, denial);
        }

        Payment reversed(LocalDate later) {
            return new Payment(line, later, "22", allowed, denial);
        }

        /** Cents that the patient owes: 20 %, of Medicaid nothing. */
        int share() {
            return line.payer().payerClass().equals("Medicaid") ? 0 : (allowed + 2) / 5;
        }

        /** The plain layout's form, signed. */
        String adjustments(int sign) {
            StringBuilder text = new StringBuilder(40);
            text.append(allowed == 0 ? "CO-" + denial : "CO-45").append(':');
            Decimals.append(text, sign * (CHARGE_CENTS - allowed));
            if (share() > 0) {
                Decimals.append(text.append(";PR-2:"), sign * (long) share());
            }
            return text.toString();
        }
    }

    /** The remittance files, one after the other, each with a quarter of the rows. */
    private final class PaymentFiles implements AutoCloseable {

        private final Path folder;
        private final GeneratedMonth.Format format;
        private int files;
        private RowSink sink;

        PaymentFiles(Path folder, GeneratedMonth.Format format) throws IOException {
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

        void add(Payment payment, int sign) throws IOException {
            if (rows >= (long) lines * files / FILES && files < FILES) {
                sink.close();
                sink = open();
            }
            rows++;
            injectionRows += payment.line().isInjection() ? 1 : 0;
            write(payment, sign);
        }

        private void write(Payment payment, int sign) throws IOException {
            Line line = payment.line();
            long billed = sign * CHARGE_CENTS;
            long allowed = (long) sign * payment.allowed();
            long paid = (long) sign * (payment.allowed() - payment.share());
            billedCents += billed;
            allowedCents += allowed;
            paidCents += paid;
            sink.text(line.payer().name()).text(line.payer().payerClass());
            sink.text(prefix + "CHK" + payment.checkDate().getDayOfMonth()).date(payment.checkDate());
            sink.text(line.control())
                    .text("99" + line.control())
                    .text(line.controlNumber())
                    .text(payment.status());
            sink.text(line.member())
                    .text("SAMPLE-" + line.control().substring(7))
                    .text("TEST");
            sink.date(line.serviceDate()).text(line.code()).text("").number(1).text("11");
            sink.amount(billed)
                    .amount(allowed)
                    .amount(paid)
                    .text(payment.adjustments(sign))
                    .endRow();
        }

        @Override
        public void close() throws IOException {
            sink.close();
        }
    }
}
