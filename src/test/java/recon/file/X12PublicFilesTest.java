package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads public 835 and 837 files and compares claims, lines, sums and faults with figures that another program computed
 * ({@code facts.tsv}). The files are not part of the project; where they are absent the tests are skipped.
 */
class X12PublicFilesTest {

    /**
     * Parts of the names of files that are refused, with what their refusal must say. The facts count claims in them too, but an
     * institutional or dental claim has no 96372 line of a practitioner, nobody owes an answer in money to a predetermination, and
     * post-adjudicated data are a payer's report and not what the practice submitted.
     */
    private static final Map<String, String> REFUSED = new LinkedHashMap<>();

    /** Files whose figures the facts lack, since they read nothing without an ISA: our own count by hand. */
    private static final Map<String, Map<String, String>> WITHOUT_ISA = new LinkedHashMap<>();

    static {
        for (String institutional :
                List.of("X096A1", "X223A", "demo.837i", "x223-test", "hdi_837i_all", "hdi_837i_inst")) {
            REFUSED.put(institutional, "holds only institutional claims (837I)");
        }
        for (String institutional : List.of("L1842", "L2089", "L347", "L483", "L737", "L817")) {
            REFUSED.put("x12testdata_" + institutional, "holds only institutional claims (837I)");
        }
        REFUSED.put("X224A2", "holds only dental claims (837D)");
        REFUSED.put("_X291_", "holds only a predetermination of benefits (837)");
        REFUSED.put("_X292_", "holds only a predetermination of benefits (837)");
        REFUSED.put("_X298_", "holds only post-adjudicated claims data (837)");
        REFUSED.put("hdi_837i_x299", "holds only post-adjudicated claims data (837)");

        WITHOUT_ISA.put(
                "hdi_837_multi_tran.dat",
                Map.of("claims", "3", "lines", "7", "sumCLP03", "1072.5", "SEbad", "2", "T2_bad", "1"));
        WITHOUT_ISA.put(
                "x12_no_isa_line.txt",
                Map.of("claims", "2", "lines", "2", "sumCLP03", "1000", "SEbad", "1", "T2_bad", "2"));
        WITHOUT_ISA.put(
                "blue_cross_nc_sample.txt",
                Map.of(
                        "claims",
                        "1",
                        "lines",
                        "3",
                        "sumCLP03",
                        "2100",
                        "sumCLP04",
                        "1922.86",
                        "sumPLB",
                        "0",
                        "sumBPR02",
                        "1922.86",
                        "T1_ok",
                        "1",
                        "T2_bad",
                        "0",
                        "T3_bad",
                        "0",
                        "SEbad",
                        "1"));
    }

    private final Path folder =
            Path.of(System.getProperty("recon.fixtures", "../shared/fixtures")).resolve("x12");

    @BeforeEach
    void thePublicFilesAreHere() {
        assumeTrue(Files.exists(folder.resolve("facts.tsv")), "no public X12 files at " + folder);
    }

    @Test
    void claimsLinesSumsAndFaultsAreThoseOfTheFacts() throws IOException {
        List<String> differences = new ArrayList<>();
        int read = 0;
        for (Map<String, String> facts : facts()) {
            if (refusalOf(facts.get("file")).isEmpty()) {
                read++;
                differences.addAll(differences(facts));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(read).isEqualTo(114);
    }

    @Test
    void whatIsNeitherRemittanceNorProfessionalClaimIsRefusedByItsName() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map<String, String> facts : facts()) {
            String name = facts.get("file");
            if (!refusalOf(name).isEmpty()) {
                try (InputFile file = X12File.open(folder.resolve(name), name)) {
                    faults.add(name + " is read as " + file.format());
                } catch (UnreadableFileException e) {
                    if (!String.valueOf(e.getMessage()).contains(refusalOf(name))) {
                        faults.add(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<String> differences(Map<String, String> facts) {
        String name = facts.get("file");
        try {
            return X12Tally.of(folder.resolve(name), name).differencesFrom(facts);
        } catch (UnreadableFileException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String refusalOf(String name) {
        return REFUSED.entrySet().stream()
                .filter(refused -> name.contains(refused.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private List<Map<String, String>> facts() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("facts.tsv"));
        String[] headings = lines.get(0).split("\t");
        List<Map<String, String>> facts = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", -1);
            Map<String, String> fact = new LinkedHashMap<>();
            for (int i = 0; i < headings.length; i++) {
                fact.put(headings[i], i < values.length ? values[i] : "");
            }
            fact.put("file", fact.get("file").substring(2));
            WITHOUT_ISA.forEach((name, ours) -> {
                if (fact.get("file").endsWith(name)) {
                    fact.putAll(ours);
                }
            });
            facts.add(fact);
        }
        return facts;
    }
}
