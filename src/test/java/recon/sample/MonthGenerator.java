package recon.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.sample.GeneratedPayment.Line;
import recon.sample.GeneratedPayment.Payer;
import recon.verdict.Verdict;

/** Writes a {@link GeneratedMonth}, a claim at a time. */
final class MonthGenerator {

    private static final String INJECTION = "96372";
    private static final String[] VISITS = {"99213", "99214"};
    private static final String[] DRUGS = {"J3420", "J1885", "J0696"};
    private static final String[] TESTS = {"85025", "36415"};
    private static final String[] DENIALS = {"97", "16", "50", "11", "197", "29", "151", "109"};

    private enum Outcome {
        IN_RANGE,
        UNDERPAID,
        DENIED,
        REVERSED,
        STRAY,
        REPEATED
    }

    private static final Payer[] PAYERS = {
        new Payer("Generated Medicare One", "Medicare", 2000, 3000),
        new Payer("Generated Medicare Two", "Medicare", 2000, 3000),
        new Payer("Generated Medicaid One", "Medicaid", 1500, 2500),
        new Payer("Generated Medicaid Two", "Medicaid", 1500, 2500),
        new Payer("Generated Health One", "Private", 2500, 5000),
        new Payer("Generated Health Two", "Private", 2500, 5000),
        new Payer("Generated Health Three", "Private", 2500, 5000)
    };

    private final YearMonth month;
    private final int lines;
    private final Random random;
    private final String prefix;
    private final LocalDate[] serviceDates = new LocalDate[27];
    private final LocalDate[] checkDates = new LocalDate[25];
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    private long claimInjections;
    private long chargeCents;
    private long duplicates;
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
                GeneratedPaymentFiles payments = new GeneratedPaymentFiles(remittances, month, format, lines)) {
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
            return result(payments);
        }
    }

    private GeneratedMonth result(GeneratedPaymentFiles payments) {
        return new GeneratedMonth(
                lines,
                claimInjections,
                new RowSums(Money.ofCents(chargeCents), Money.ZERO, Money.ZERO),
                payments.rows(),
                payments.injectionRows(),
                duplicates,
                payments.sums(),
                Collections.unmodifiableMap(verdicts));
    }

    private void writeClaim(int claim, int size, int left, RowSink claims, GeneratedPaymentFiles payments)
            throws IOException {
        Payer payer = PAYERS[random.nextInt(PAYERS.length)];
        LocalDate day = serviceDates[random.nextInt(serviceDates.length)];
        String control = prefix + (1_000_000 + claim);
        String member = "TEST" + prefix.substring(3) + (1_000_000 + claim);
        for (int i = 0; i < size; i++) {
            String code = codeOf(i);
            Line line = new Line(payer, control, i + 1, member, day, code, modifiersOf(code));
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

    /** A claim is a visit, the injection, its drug and, where it has four lines, a test. */
    private String codeOf(int place) {
        return switch (place) {
            case 0 -> anyOf(VISITS);
            case 1 -> INJECTION;
            case 2 -> anyOf(DRUGS);
            default -> anyOf(TESTS);
        };
    }

    private String anyOf(String[] codes) {
        return codes[random.nextInt(codes.length)];
    }

    /** A visit states that it is one apart from the injection; one of thirty forgets to. */
    private String modifiersOf(String code) {
        return code.startsWith("99") && random.nextInt(30) > 0 ? "25" : "";
    }

    private void writeClaimLine(Line line, RowSink claims) throws IOException {
        claimInjections += line.isInjection() ? 1 : 0;
        chargeCents += GeneratedPayment.CHARGE_CENTS;
        claims.text(line.payer().name()).text(line.payer().payerClass()).text(line.control());
        claims.number(line.number()).text(line.controlNumber()).text(line.member());
        claims.text(line.lastName()).text("TEST").date(line.serviceDate());
        claims.text(line.code())
                .text(line.modifiers())
                .number(1)
                .amount(GeneratedPayment.CHARGE_CENTS)
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

    private void answer(Line line, Outcome outcome, GeneratedPaymentFiles payments) throws IOException {
        Payer payer = line.payer();
        boolean denied = outcome == Outcome.DENIED;
        boolean below = outcome == Outcome.UNDERPAID;
        int inRange = payer.lowCents() + random.nextInt(payer.highCents() - payer.lowCents() + 1);
        int allowed = denied ? 0 : below ? payer.lowCents() - 100 - random.nextInt(600) : inRange;
        GeneratedPayment payment = new GeneratedPayment(
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
                        line.code(),
                        line.modifiers());
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
}
