package recon.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import recon.claim.Adjustment;
import recon.claim.GroupCode;
import recon.claim.Money;

/** Writes one interchange of X12 5010: 835 remittances or 837 professional claims, a segment a line. */
final class SampleX12 {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String SENDER = "SAMPLEPAYER    ";
    private static final String RECEIVER = "SAMPLEPRACTICE ";

    private final List<String> segments = new ArrayList<>();
    private int transactions;
    private int transactionStart;

    private SampleX12() {}

    static byte[] remittances(List<SampleRemittance> remittances) {
        SampleX12 x12 = new SampleX12();
        x12.begin("HP", "261029", "005010X221A1");
        remittances.forEach(x12::remittance);
        return x12.end();
    }

    /** A transaction for each day on which claims were sent. */
    static byte[] claims(List<SampleClaim> claims) {
        Map<LocalDate, List<SampleClaim>> byDay = new TreeMap<>();
        claims.forEach(claim -> byDay.computeIfAbsent(claim.submitted(), day -> new ArrayList<>())
                .add(claim));
        SampleX12 x12 = new SampleX12();
        x12.begin("HC", "261031", "005010X222A1");
        byDay.forEach(x12::submission);
        return x12.end();
    }

    private void begin(String function, String date, String guide) {
        add(
                "ISA",
                "00",
                "          ",
                "00",
                "          ",
                "ZZ",
                SENDER,
                "ZZ",
                RECEIVER,
                date,
                "1200",
                "^",
                "00501",
                "000096372",
                "0",
                "T",
                ":");
        add("GS", function, "SAMPLEPAYER", "SAMPLEPRACTICE", "20" + date, "1200", "1", "X", guide);
    }

    private byte[] end() {
        add("GE", Integer.toString(transactions), "1");
        add("IEA", "1", "000096372");
        return (String.join("~\n", segments) + "~\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void beginTransaction(String set, String guide) {
        transactions++;
        transactionStart = segments.size();
        if (guide.isEmpty()) {
            add("ST", set, control());
        } else {
            add("ST", set, control(), guide);
        }
    }

    private void endTransaction() {
        add("SE", Integer.toString(segments.size() - transactionStart + 1), control());
    }

    private String control() {
        return "%04d".formatted(transactions);
    }

    private void remittance(SampleRemittance check) {
        SamplePayer payer = check.payer();
        beginTransaction("835", "");
        add(
                "BPR",
                "I",
                check.amount().toString(),
                "C",
                "ACH",
                "CCP",
                "01",
                "999999992",
                "DA",
                "000000001",
                "1999999999",
                "",
                "01",
                "999999992",
                "DA",
                "000000002",
                DAY.format(check.date()));
        add("TRN", "1", check.checkNumber(), "1999999999");
        add("DTM", "405", DAY.format(check.date()));
        add("N1", "PR", payer.payerName(), "XV", payer.id());
        add("N3", "1 SAMPLE STREET");
        add("N4", "SAMPLETOWN", "TX", "75001");
        add("PER", "BL", "SAMPLE SUPPORT", "TE", "5555550100");
        add("N1", "PE", "SAMPLE PRACTICE", "XX", "1999999992");
        add("LX", "1");
        check.claims().forEach(this::paidClaim);
        for (SampleRemittance.ProviderLevel one : check.providerLevel()) {
            add(
                    "PLB",
                    "1999999992",
                    "20261231",
                    one.reason() + ":" + one.reference(),
                    one.amount().toString());
        }
        endTransaction();
    }

    private void paidClaim(List<SamplePayment> lines) {
        SamplePayment first = lines.get(0);
        SampleClaim claim = first.line().claim();
        add(
                "CLP",
                first.control(),
                first.status(),
                sum(lines, SamplePayment::billed),
                sum(lines, SamplePayment::paid),
                sum(lines, line -> line.patientShare(null)),
                first.payer().filingCode(),
                first.payerClaim(),
                claim.place(),
                claim.frequency());
        add("NM1", "QC", "1", claim.lastName(), claim.firstName(), "", "", "", "MI", first.memberId());
        add("NM1", "82", "1", "SAMPLE", "PRACTITIONER", "", "", "", "XX", claim.npi());
        lines.forEach(this::paidLine);
    }

    private void paidLine(SamplePayment line) {
        boolean otherUnits =
                line.paidUnits() != line.line().units() || !line.originalCode().isEmpty();
        String original = line.originalCode().isEmpty() ? "" : "HC:" + line.originalCode();
        add(
                "SVC",
                procedure(line.code(), line.modifiers()),
                line.billed().toString(),
                line.paid().toString(),
                "",
                Integer.toString(line.paidUnits()),
                original,
                otherUnits ? Integer.toString(line.line().units()) : "");
        add("DTM", "472", DAY.format(line.serviceDate()));
        adjustments(line.adjustments());
        if (!line.lineControlNumber().isEmpty()) {
            add("REF", "6R", line.lineControlNumber());
        }
        Money allowed = line.allowed();
        if (allowed != null && line.payer().isMedicare()) {
            add("AMT", "B6", allowed.toString());
        }
        line.remarks().forEach(remark -> add("LQ", "HE", remark));
    }

    private void adjustments(List<Adjustment> adjustments) {
        Map<GroupCode, List<String>> byGroup = new LinkedHashMap<>();
        for (Adjustment one : adjustments) {
            List<String> elements = byGroup.computeIfAbsent(one.group(), group -> new ArrayList<>());
            if (!elements.isEmpty()) {
                elements.add("");
            }
            elements.add(one.carc().code());
            elements.add(one.amount().toString());
        }
        byGroup.forEach((group, elements) -> add("CAS", group.name(), String.join("*", elements)));
    }

    private void submission(LocalDate day, List<SampleClaim> claims) {
        beginTransaction("837", "005010X222A1");
        add("BHT", "0019", "00", "SAMPLE" + DAY.format(day), DAY.format(day), "1200", "CH");
        add("NM1", "41", "2", "SAMPLE PRACTICE", "", "", "", "", "46", "SAMPLE");
        add("PER", "IC", "SAMPLE SUPPORT", "TE", "5555550100");
        add("NM1", "40", "2", "SAMPLE CLEARINGHOUSE", "", "", "", "", "46", "SAMPLECH");
        add("HL", "1", "", "20", "1");
        add("NM1", "85", "2", "SAMPLE PRACTICE", "", "", "", "", "XX", "1999999992");
        add("N3", "2 SAMPLE STREET");
        add("N4", "SAMPLETOWN", "TX", "75001");
        add("REF", "EI", "999999999");
        for (int i = 0; i < claims.size(); i++) {
            submittedClaim(claims.get(i), i + 2);
        }
        endTransaction();
    }

    private void submittedClaim(SampleClaim claim, int level) {
        add("HL", Integer.toString(level), "1", "22", "0");
        add("SBR", "P", "18", "", "", "", "", "", "", claim.payer().filingCode());
        add("NM1", "IL", "1", claim.lastName(), claim.firstName(), "", "", "", "MI", claim.memberId());
        add("DMG", "D8", "19600101", "U");
        add(
                "NM1",
                "PR",
                "2",
                claim.payer().payerName(),
                "",
                "",
                "",
                "",
                "PI",
                claim.payer().id());
        add(
                "CLM",
                claim.control(),
                claim.charge().toString(),
                "",
                "",
                claim.place() + ":B:" + claim.frequency(),
                "Y",
                "A",
                "Y",
                "Y");
        if (claim.frequency().equals("7")) {
            add("REF", "F8", claim.payerClaim());
        }
        add("HI", "ABK:" + claim.diagnosis().replace(".", ""));
        add("NM1", "82", "1", "SAMPLE", "PRACTITIONER", "", "", "", "XX", claim.npi());
        for (SampleLine line : claim.lines()) {
            add("LX", Integer.toString(line.number()));
            add(
                    "SV1",
                    procedure(line.code(), line.modifiers()),
                    line.charge().toString(),
                    "UN",
                    Integer.toString(line.units()),
                    "",
                    "",
                    "1");
            add("DTP", "472", "D8", DAY.format(claim.serviceDate()));
            add("REF", "6R", line.controlNumber());
            if (!line.ndc().isEmpty()) {
                add("LIN", "", "N4", line.ndc());
                add("CTP", "", "", "", "1", "ML");
            }
        }
    }

    private static String procedure(String code, String modifiers) {
        return "HC:" + code + (modifiers.isEmpty() ? "" : ":" + modifiers.replace(' ', ':'));
    }

    private static String sum(List<SamplePayment> lines, Function<SamplePayment, Money> amount) {
        return lines.stream().map(amount).reduce(Money.ZERO, Money::plus).toString();
    }

    private void add(String... elements) {
        segments.add(String.join("*", elements).replaceFirst("\\*+$", ""));
    }
}
