package recon.price;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;

/** Lines for tests that state only what matters. */
final class Lines {

    static final LocalDate SERVICE_DATE = LocalDate.of(2025, 10, 7);

    private Lines() {}

    static Remittance remittance() {
        return new Remittance();
    }

    static Claim claim() {
        return new Claim();
    }

    static final class Remittance {
        private Money billed = Money.of("40.00");
        private Money paid = Money.ZERO;
        private @Nullable Money allowed;
        private @Nullable Money share;
        private List<Adjustment> adjustments = List.of();
        private @Nullable String status = "1";

        Remittance billed(String dollars) {
            billed = Money.of(dollars);
            return this;
        }

        Remittance paid(String dollars) {
            paid = Money.of(dollars);
            return this;
        }

        Remittance allowed(@Nullable String dollars) {
            allowed = dollars == null ? null : Money.of(dollars);
            return this;
        }

        Remittance share(@Nullable String dollars) {
            share = dollars == null ? null : Money.of(dollars);
            return this;
        }

        Remittance status(@Nullable String code) {
            status = code;
            return this;
        }

        Remittance adjustments(String formatted) {
            adjustments = Adjustment.parse(formatted);
            return this;
        }

        RemittanceLine line() {
            return new RemittanceLine(
                    0,
                    SourceRef.row("r.csv", null, 2),
                    "TEST PAYER",
                    null,
                    null,
                    null,
                    "CHK1",
                    null,
                    "PCN1",
                    null,
                    null,
                    null,
                    status,
                    null,
                    null,
                    SERVICE_DATE,
                    ProcedureCode.INJECTION,
                    null,
                    Modifiers.NONE,
                    null,
                    null,
                    null,
                    billed,
                    allowed,
                    paid,
                    share,
                    adjustments,
                    List.of(),
                    null,
                    null);
        }
    }

    static final class Claim {
        private String controlNumber = "PCN1";
        private LocalDate serviceDate = SERVICE_DATE;
        private ProcedureCode code = ProcedureCode.INJECTION;
        private int units = 1;
        private Money charge = Money.of("100.00");
        private @Nullable String place = "11";
        private @Nullable String npi;
        private @Nullable String credential;
        private @Nullable String state;
        private @Nullable String locality;

        Claim controlNumber(String value) {
            controlNumber = value;
            return this;
        }

        Claim on(String date) {
            serviceDate = LocalDate.parse(date);
            return this;
        }

        Claim code(String value) {
            code = new ProcedureCode(value);
            return this;
        }

        Claim units(int value) {
            units = value;
            return this;
        }

        Claim charge(String dollars) {
            charge = Money.of(dollars);
            return this;
        }

        Claim place(@Nullable String value) {
            place = value;
            return this;
        }

        Claim npi(@Nullable String value) {
            npi = value;
            return this;
        }

        Claim credential(@Nullable String value) {
            credential = value;
            return this;
        }

        Claim in(@Nullable String stateCode, @Nullable String localityNumber) {
            state = stateCode;
            locality = localityNumber;
            return this;
        }

        ClaimLine line() {
            return new ClaimLine(
                    0,
                    SourceRef.row("c.csv", null, 2),
                    "TEST PAYER",
                    null,
                    null,
                    null,
                    controlNumber,
                    null,
                    1,
                    null,
                    null,
                    null,
                    serviceDate,
                    code,
                    Modifiers.NONE,
                    units,
                    charge,
                    place,
                    npi,
                    credential,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    state,
                    locality);
        }
    }
}
