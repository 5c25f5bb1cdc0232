package recon.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.claim.Money;

/** The files of the sample month: path below {@code input/} and content. */
public final class SampleFiles {

    /** By check, and within it by day and claim; a claim's lines and a reversal with its correction stay in their order. */
    private static final Comparator<SamplePayment> AS_PAID = Comparator.comparing(SamplePayment::checkDate)
            .thenComparing(SamplePayment::checkNumber)
            .thenComparing(SamplePayment::serviceDate)
            .thenComparing(payment -> payment.line().claim().memberId());

    private final SampleBook book;

    private SampleFiles(SampleBook book) {
        this.book = book;
    }

    public static Map<String, byte[]> of(SampleMonth month) {
        return new SampleFiles(month.book()).files();
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("claims/practice-claims.csv", claims(exported()));
        files.put("claims/practice-claims.second-export.csv", claims(book.exportedAgain()));
        files.put("claims/union-health-fund.837", SampleX12.claims(claimsOf(SamplePayer.UNION_FUND)));
        files.put(
                "remittances/clearinghouse.csv",
                plain(october(
                        SamplePayer.MEDICARE_EAST,
                        SamplePayer.MEDICARE_NORTH,
                        SamplePayer.FAMILY_MEDICAID,
                        SamplePayer.WORKERS_FUND)));
        files.put("remittances/clearinghouse.sent-again.csv", plain(book.sentAgain()));
        files.put("remittances/state-medicaid.xlsx", SampleWorkbooks.advice(october(SamplePayer.STATE_MEDICAID)));
        files.put(
                "remittances/mutual-and-employers.xlsx",
                SampleWorkbooks.adjustmentRows(october(SamplePayer.MUTUAL), october(SamplePayer.EMPLOYERS)));
        files.put("remittances/blue-plan.xls", SampleWorkbooks.shares(october(SamplePayer.BLUE)));
        files.put("remittances/commercial-insurance.txt", portalExport(october(SamplePayer.COMMERCIAL)));
        files.put(
                "remittances/medicaid-care-plan.csv",
                DelimitedText.bytes(DelimitedText.american(';', "M/d/yy")
                        .lines(Layouts.NUMBERED_ADJUSTMENTS, october(SamplePayer.MEDICAID_CARE))));
        files.put(
                "remittances/medicare-west-and-union-fund.835",
                SampleX12.remittances(checks(october(SamplePayer.MEDICARE_WEST, SamplePayer.UNION_FUND))));
        files.put("remittances/other-months/september-found-late.csv", plain(paidIn(Month.SEPTEMBER)));
        files.put("remittances/other-months/november-first-week.csv", plain(paidIn(Month.NOVEMBER)));
        return files;
    }

    private List<SampleLine> exported() {
        return book.claims().stream()
                .filter(claim -> claim.payer() != SamplePayer.UNION_FUND)
                .sorted(Comparator.comparing(SampleClaim::serviceDate).thenComparing(SampleClaim::memberId))
                .flatMap(claim -> claim.lines().stream())
                .toList();
    }

    private List<SampleClaim> claimsOf(SamplePayer payer) {
        return book.claims().stream().filter(claim -> claim.payer() == payer).toList();
    }

    private List<SamplePayment> october(SamplePayer first, SamplePayer... others) {
        Set<SamplePayer> payers = EnumSet.of(first, others);
        return paidIn(Month.OCTOBER).stream()
                .filter(payment -> payers.contains(payment.payer()))
                .toList();
    }

    private List<SamplePayment> paidIn(Month month) {
        return book.payments().stream()
                .filter(payment -> payment.checkDate().getMonth() == month)
                .sorted(AS_PAID)
                .toList();
    }

    private static List<SampleRemittance> checks(
            List<SamplePayment> payments, List<SampleRemittance.ProviderLevel> all) {
        Map<String, List<SamplePayment>> byCheck = new LinkedHashMap<>();
        payments.forEach(payment -> byCheck.computeIfAbsent(payment.checkNumber(), check -> new ArrayList<>())
                .add(payment));
        return byCheck.values().stream()
                .map(ofCheck -> new SampleRemittance(ofCheck, all))
                .toList();
    }

    private List<SampleRemittance> checks(List<SamplePayment> payments) {
        return checks(payments, book.providerLevel());
    }

    private static byte[] claims(List<SampleLine> lines) {
        return DelimitedText.bytes(DelimitedText.PLAIN.lines(Layouts.PLAIN_CLAIMS, lines));
    }

    private static byte[] plain(List<SamplePayment> payments) {
        List<String> lines = new ArrayList<>(DelimitedText.PLAIN.lines(Layouts.PLAIN_REMITTANCES, List.of()));
        for (SamplePayment payment : payments) {
            if (payment.isAtClaimLevel()) {
                lines.add(DelimitedText.PLAIN
                        .lines(Layouts.PLAIN_CLAIM_LEVEL, List.of(payment))
                        .get(1));
            }
            lines.add(DelimitedText.PLAIN
                    .lines(Layouts.PLAIN_REMITTANCES, List.of(payment))
                    .get(1));
        }
        return DelimitedText.bytes(lines);
    }

    /** Tabs, dollar signs, and a total below. */
    private static byte[] portalExport(List<SamplePayment> payments) {
        DelimitedText text = DelimitedText.american('\t', "MM/dd/yyyy");
        List<String> lines = new ArrayList<>(text.lines(Layouts.PORTAL_EXPORT, payments));
        Money billed = payments.stream().map(SamplePayment::billed).reduce(Money.ZERO, Money::plus);
        Money allowed = payments.stream().map(SamplePayment::allowedAmount).reduce(Money.ZERO, Money::plus);
        Money paid = payments.stream().map(SamplePayment::paid).reduce(Money.ZERO, Money::plus);
        lines.add(text.line(List.of("Total", "", "", "", "", "", "", "", "", "", billed, allowed, paid, "", "", "")));
        return DelimitedText.bytes(lines);
    }

    /** Writes the sample month into a folder: {@code input} where none is given. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments.length == 0 ? "input" : arguments[0]));
    }

    public static void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : of(SampleMonth.make()).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
