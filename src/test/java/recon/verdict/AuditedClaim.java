package recon.verdict;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.SourceRef;

/** A claim line for tests of the audit that states only what matters; without a change it is a clean injection of 5 October 2026. */
final class AuditedClaim {

    static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    static final String FILE = "claims.csv";

    private long id = 1;
    private String code = "96372";
    private Modifiers modifiers = Modifiers.NONE;
    private int units = 1;
    private String charge = "40.00";
    private LocalDate day = DAY;
    private @Nullable String payer = "Medicare Part B";
    private @Nullable PayerClass payerClass;
    private String claim = "PCN1";
    private @Nullable String patient = "TESTPATIENT, ONE";
    private @Nullable String place = "11";
    private @Nullable String npi = "1000000001";
    private @Nullable String credential = "MD";
    private @Nullable LocalDate submitted = DAY.plusDays(3);
    private List<String> diagnoses = List.of("E53.8");
    private @Nullable String ndc;
    private @Nullable String drug = "cyanocobalamin";
    private @Nullable String dose = "1000 mcg";
    private @Nullable String route = "IM";
    private @Nullable String site = "left deltoid";
    private @Nullable Boolean administered = true;
    private SourceRef.Unit unit = SourceRef.Unit.ROW;

    static AuditedClaim injection() {
        return new AuditedClaim();
    }

    /**
     * Another line of the same claim and day.
     *
     * @param written code, modifiers by hyphens: {@code 99213-25}
     */
    static AuditedClaim other(long id, String written) {
        String[] parts = written.split("-");
        AuditedClaim line = new AuditedClaim().id(id).code(parts[0]);
        return parts.length == 1 ? line : line.modifiers(parts[1]);
    }

    AuditedClaim id(long value) {
        id = value;
        return this;
    }

    AuditedClaim code(String value) {
        code = value;
        return this;
    }

    AuditedClaim modifiers(String spaced) {
        modifiers = Modifiers.parse(spaced);
        return this;
    }

    AuditedClaim units(int value) {
        units = value;
        return this;
    }

    AuditedClaim charge(String dollars) {
        charge = dollars;
        return this;
    }

    AuditedClaim on(LocalDate value) {
        day = value;
        return this;
    }

    AuditedClaim payer(@Nullable String value) {
        payer = value;
        return this;
    }

    AuditedClaim payerClass(@Nullable PayerClass value) {
        payerClass = value;
        return this;
    }

    AuditedClaim claim(String value) {
        claim = value;
        return this;
    }

    AuditedClaim patient(@Nullable String value) {
        patient = value;
        return this;
    }

    AuditedClaim place(@Nullable String value) {
        place = value;
        return this;
    }

    AuditedClaim npi(@Nullable String value) {
        npi = value;
        return this;
    }

    AuditedClaim credential(@Nullable String value) {
        credential = value;
        return this;
    }

    AuditedClaim submitted(@Nullable LocalDate value) {
        submitted = value;
        return this;
    }

    AuditedClaim diagnoses(String... values) {
        diagnoses = List.of(values);
        return this;
    }

    AuditedClaim ndc(@Nullable String value) {
        ndc = value;
        return this;
    }

    AuditedClaim record(
            @Nullable String drugText,
            @Nullable String doseText,
            @Nullable String routeText,
            @Nullable String siteText) {
        drug = drugText;
        dose = doseText;
        route = routeText;
        site = siteText;
        return this;
    }

    AuditedClaim administered(@Nullable Boolean value) {
        administered = value;
        return this;
    }

    AuditedClaim ofX12() {
        unit = SourceRef.Unit.SEGMENT;
        return this;
    }

    ClaimLine line() {
        return new ClaimLine(
                id,
                new SourceRef(FILE, null, unit, id + 1),
                payer,
                null,
                payerClass,
                null,
                claim,
                null,
                (int) id,
                null,
                "TST0000001",
                patient,
                day,
                new ProcedureCode(code),
                modifiers,
                units,
                Money.of(charge),
                place,
                npi,
                credential,
                submitted,
                null,
                diagnoses,
                ndc,
                drug,
                dose,
                route,
                site,
                administered,
                null,
                null);
    }
}
