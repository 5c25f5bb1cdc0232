package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.price.ReferenceTableTest.assertRefused;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.claim.PayerDirectory.Payer;

class PayerDirectoryFileTest {

    private static final PayerDirectory SHIPPED = PayerDirectoryFile.load(null);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MEDICARE                              | MEDICARE                         | MEDICARE",
                "Medicare Part B                       | Medicare Part B                  | MEDICARE",
                "NORIDIAN HEALTHCARE SOLUTIONS JE      | Noridian                         | MEDICARE",
                "Noridian Medicare                     | Noridian                         | MEDICARE",
                "PALMETTO GBA                          | Palmetto GBA                     | MEDICARE",
                "NGS, INC.                             | National Government Services     | MEDICARE",
                "NATIONAL GOVERNMENT SERVICES          | National Government Services     | MEDICARE",
                "CGS ADMINISTRATORS                    | CGS Administrators               | MEDICARE",
                "NOVITAS SOLUTIONS                     | Novitas                          | MEDICARE",
                "FIRST COAST SERVICE OPTIONS           | First Coast Service Options      | MEDICARE",
                "WPS GOVERNMENT HEALTH                 | WPS                              | MEDICARE",
                "RAILROAD MEDICARE                     | Railroad Medicare                | MEDICARE",
                "MEDICARE PART B                       | MEDICARE PART B                  | MEDICARE",
                "MEDICARE COMPLAINTS                   | MEDICARE COMPLAINTS              | MEDICARE",
                "Medicare Part C                       | Medicare Part C                  | PRIVATE",
                "Medicare C                            | Medicare C                       | PRIVATE",
                "MEDICARE REPLACEMENT PLAN             | MEDICARE REPLACEMENT PLAN        | PRIVATE",
                "Test Managed Medicare                 | Test Managed Medicare            | PRIVATE",
                "MEDICARE MANAGED CARE                 | MEDICARE MANAGED CARE            | PRIVATE",
                "AETNA MEDICARE REPLACEMENT            | Aetna Medicare                   | PRIVATE",
                "Non-Medicare                          | Non-Medicare                     | UNKNOWN",
                "NON-MEDICAID                          | NON-MEDICAID                     | UNKNOWN",
                "MEDICAID                              | MEDICAID                         | MEDICAID",
                "Utah Medicaid                         | Utah Medicaid                    | MEDICAID",
                "MEDI-CAL                              | MEDI-CAL                         | MEDICAID",
                "MASSHEALTH                            | MASSHEALTH                       | MEDICAID",
                "UHC COMMUNITY PLAN                    | UnitedHealthcare Community Plan  | MEDICAID",
                "UNITEDHEALTHCARE COMMUNITY PLAN OF TX | UnitedHealthcare Community Plan  | MEDICAID",
                "AETNA BETTER HEALTH OF OHIO           | Aetna Better Health              | MEDICAID",
                "MOLINA HEALTHCARE                     | Molina Healthcare                | MEDICAID",
                "BLUE CROSS MEDICAID                   | BLUE CROSS MEDICAID              | MEDICAID",
                "AETNA                                 | Aetna                            | PRIVATE",
                "Aetna Health, Inc.                    | Aetna                            | PRIVATE",
                "AETNA MEDICARE                        | Aetna Medicare                   | PRIVATE",
                "UHC MEDICARE COMPLETE                 | UnitedHealthcare Medicare        | PRIVATE",
                "AARP MEDICARE COMPLETE                | UnitedHealthcare Medicare        | PRIVATE",
                "HUMANA GOLD PLUS MEDICARE             | Humana                           | PRIVATE",
                "BCBS MEDICARE ADVANTAGE               | BCBS MEDICARE ADVANTAGE          | PRIVATE",
                "UNITED HEALTHCARE                     | UnitedHealthcare                 | PRIVATE",
                "UHC                                   | UnitedHealthcare                 | PRIVATE",
                "CIGNA HEALTHCARE                      | Cigna                            | PRIVATE",
                "ANTHEM BLUE CROSS                     | ANTHEM BLUE CROSS                | PRIVATE",
                "BLUECROSS BLUESHIELD OF TX            | BLUECROSS BLUESHIELD OF TX       | PRIVATE",
                "BCBSTX                                | BCBSTX                           | PRIVATE",
                "WELLCARE                              | WellCare                         | UNKNOWN",
                "NORTHWIND TEST HEALTH PLAN            | NORTHWIND TEST HEALTH PLAN       | UNKNOWN",
            })
    void aWellKnownNameTellsPayerAndClass(String written, String payer, PayerClass payerClass) {
        Payer found = SHIPPED.find(written, null);

        assertThat(found.name()).isEqualTo(payer);
        assertThat(classOf(found, null)).isEqualTo(payerClass);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "Aetna, MEDICARE, true",
        "Medicare, Aetna Medicare, true",
        "Aetna, Aetna Better Health, true",
        "Medicare, Mutual of Omaha, true",
        "Acme, Test Plan, true",
        "Aetna, Cigna, true",
        "Acme, ACME., false",
        "Acme, Acme Health Plan, false",
        "BCBS TX, Texas BCBS, false",
        "Aetna, AETNA HEALTH INC, false",
        "Acme, , false",
        "Acme, id 777, false",
        "id 777, id 778, false"
    })
    void namesAreOfTwoPayersWhereNothingSpeaksForOne(String one, @Nullable String other, boolean another) {
        assertThat(found(one).isAnother(found(other))).isEqualTo(another);
        assertThat(found(other).isAnother(found(one))).isEqualTo(another);
    }

    private static Payer found(@Nullable String name) {
        return name != null && name.startsWith("id ")
                ? SHIPPED.find(null, name.substring(3))
                : SHIPPED.find(name, null);
    }

    @Test
    void whatTheFilesStateOutranksTheDirectory() {
        assertThat(classOf(SHIPPED.find("WELLCARE", null), PayerClass.MEDICAID)).isEqualTo(PayerClass.MEDICAID);
        assertThat(classOf(SHIPPED.find("AETNA", null), PayerClass.MEDICARE)).isEqualTo(PayerClass.MEDICARE);
    }

    private static PayerClass classOf(Payer payer, @Nullable PayerClass stated) {
        return PayerDirectory.classOf(payer, Arrays.asList(stated), List.of());
    }

    @Test
    void theUsersRowsComeBeforeTheShippedOnes() {
        PayerDirectory directory = load("Our Medicare,NORIDIAN,,Medicare,,,", "Our Plan,,12345,Private,90,65,95");

        assertThat(directory.find("NORIDIAN JF", null).name()).isEqualTo("Our Medicare");
        Payer byId = directory.find(null, "12345");
        assertThat(byId.name()).isEqualTo("Our Plan");
        assertThat(byId.entry().practitionerPercent()).isEqualTo(90);
        assertThat(directory.find("our plan", null)).isEqualTo(byId);
        assertThat(directory.find("SOMEBODY", "12345")).isEqualTo(byId);
        assertThat(directory.find("AETNA", null).name()).isEqualTo("Aetna");
    }

    @Test
    void aRowWithoutPayerLeavesTheNameAsWritten() {
        PayerDirectory directory = load(",,777,Medicaid,,,", ",north.*wind,,Private,,,");

        assertThat(directory.find(null, "777").name()).isEqualTo("payer id 777");
        assertThat(directory.find(" ", "777").name()).isEqualTo("payer id 777");
        assertThat(directory.find("Some Plan", "777").name()).isEqualTo("Some Plan");
        assertThat(classOf(directory.find(null, "777"), null)).isEqualTo(PayerClass.MEDICAID);
        assertThat(classOf(directory.find("NORTHERN WIND", null), null)).isEqualTo(PayerClass.PRIVATE);
    }

    @Test
    void nobodyStatedIsNobody() {
        assertThat(SHIPPED.find(null, null)).isEqualTo(Payer.NOT_STATED);
        assertThat(SHIPPED.find(null, "1").name()).isEqualTo("payer id 1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "X,[,,Private,,,      | pattern              | a regular expression such as ^AETNA",
                "X,,,Privat,,,        | payer_class          | one of commercial, medicaid, medicare, private",
                "X,,,Private,101,,    | practitioner_percent | a whole number from 1 to 100",
                "X,,,Private,0,,      | practitioner_percent | a whole number from 1 to 100",
                "X,,,Private,8.5,,    | practitioner_percent | a whole number, zero or more",
                "X,,,Private,,soon,   | appeal_days          | a number",
                "X,,,Private,,,-1     | filing_days          | a whole number, zero or more",
                ",,,Private,,,        | payer                | a payer, a pattern or a payer_id",
            })
    void aMalformedRowIsRefusedByItsColumn(String row, String column, String expected) {
        assertRefused(
                () -> load(row),
                "payers.csv row 2, column '%s': expected %s; correct it and run again".formatted(column, expected));
    }

    @Test
    void anIdOfTwoPayersIsRefused() {
        assertRefused(
                () -> load("X,,a1,Private,,,", "Y,,A1,Private,,,"),
                "payers.csv row 3, column 'payer_id': expected an id that no other row has, but payers.csv row 2 has the same;"
                        + " correct it and run again");
    }

    private PayerDirectory load(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "payer,pattern,payer_id,payer_class,practitioner_percent,appeal_days,filing_days";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return PayerDirectoryFile.load(write(folder.resolve("payers.csv"), lines));
    }

    @ParameterizedTest(name = "{0}: appeal {1} days, file a service of {2} by {3}")
    @CsvSource({
        "MEDICARE,120,2026-10-05,2027-10-05",
        "MEDICARE,120,2024-01-15,2025-01-15",
        "MEDICARE,120,2024-02-29,2025-02-28",
        "MEDICAID,90,2024-01-15,2025-01-15",
        "PRIVATE,180,2024-01-15,2024-07-13",
        "UNKNOWN,,2026-10-05,"
    })
    void theClocksOfAClass(
            PayerClass payerClass, @Nullable Integer appeal, LocalDate service, @Nullable LocalDate filing) {
        Payer payer = SHIPPED.find("AETNA", null);

        assertThat(Clocks.shipped().appealDays(payerClass, payer)).isEqualTo(appeal);
        assertThat(Clocks.shipped().filingDeadline(payerClass, Payer.NOT_STATED, service))
                .isEqualTo(filing);
    }

    @Test
    void aPayersOwnClocksOutrankItsClass() {
        Payer payer = load("Our Plan,,,Private,,65,95").find("Our Plan", null);

        assertThat(Clocks.shipped().appealDays(PayerClass.PRIVATE, payer)).isEqualTo(65);
        assertThat(Clocks.shipped().filingDeadline(PayerClass.UNKNOWN, payer, LocalDate.of(2024, 1, 15)))
                .isEqualTo(LocalDate.of(2024, 1, 15).plusDays(95));
    }

    @Test
    void aPayersOwnDaysAreDaysThoughItsClassHasAYear() {
        Payer payer = load("Our Plan,,,Medicare,,,365").find("Our Plan", null);

        assertThat(Clocks.shipped().filingDeadline(PayerClass.MEDICARE, payer, LocalDate.of(2024, 1, 15)))
                .isEqualTo(LocalDate.of(2025, 1, 14));
    }

    @Test
    void theUsersClocksReplaceTheClasss() {
        Clocks clocks = Clocks.load(
                write(folder.resolve("clocks.csv"), "payer_class,appeal_days,filing_days", "Medicaid,60,120"));

        assertThat(clocks.appealDays(PayerClass.MEDICAID, Payer.NOT_STATED)).isEqualTo(60);
        LocalDate service = LocalDate.of(2024, 1, 15);
        assertThat(clocks.filingDeadline(PayerClass.MEDICAID, Payer.NOT_STATED, service))
                .isEqualTo(service.plusDays(120));
        assertThat(clocks.appealDays(PayerClass.MEDICARE, Payer.NOT_STATED)).isEqualTo(120);
    }

    @Test
    void aTermOfFilingIsInDaysOrInMonths() {
        String headings = "payer_class,appeal_days,filing_days,filing_months";
        Path months = write(folder.resolve("clocks.csv"), headings, "Medicaid,60,,6");
        assertThat(Clocks.load(months).filingDeadline(PayerClass.MEDICAID, Payer.NOT_STATED, LocalDate.of(2026, 8, 31)))
                .isEqualTo(LocalDate.of(2027, 2, 28));
        assertRefused(
                () -> Clocks.load(write(folder.resolve("clocks.csv"), headings, "Medicaid,60,180,6")),
                "clocks.csv row 2, column 'filing_days': expected nothing beside 'filing_months', or days in its place;"
                        + " correct it and run again");
        assertRefused(
                () -> Clocks.load(write(folder.resolve("clocks.csv"), headings, "Medicaid,60,,")),
                "clocks.csv row 2, column 'filing_days': expected a whole number, but it is blank; correct it and run again");
    }
}
