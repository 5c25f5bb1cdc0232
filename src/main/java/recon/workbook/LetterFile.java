package recon.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes one letter as a docx file: a document with a list of one row, in the place of which the lines are copied, so that their number
 * costs no memory. The same lines give the same bytes.
 */
final class LetterFile {

    private static final String BODY = "word/document.xml";

    private LetterFile() {}

    /**
     * @param reference names the letter on both sides, without patients' data
     * @param cautions for the sender's eyes; may be empty
     */
    static void write(OutputStream out, Letter letter, String reference, List<String> cautions, LocalDate asOf)
            throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        compose(letter, reference, cautions, asOf).writeTo(document);
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(document.toByteArray()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(asOf.atStartOfDay());
                zip.putNextEntry(copy);
                if (part.getName().equals(BODY)) {
                    writeBody(new String(parts.readAllBytes(), StandardCharsets.UTF_8), letter, zip);
                } else {
                    parts.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void writeBody(String xml, Letter letter, OutputStream out) throws IOException {
        int marker = xml.indexOf(LetterDocument.ROWS_GO_HERE);
        int start = Math.max(xml.lastIndexOf("<w:tr>", marker), xml.lastIndexOf("<w:tr ", marker));
        int end = xml.indexOf("</w:tr>", marker) + "</w:tr>".length();
        out.write(xml.substring(0, start).getBytes(StandardCharsets.UTF_8));
        try (InputStream rows = letter.rows()) {
            rows.transferTo(out);
        }
        out.write(xml.substring(end).getBytes(StandardCharsets.UTF_8));
    }

    private static LetterDocument compose(Letter letter, String reference, List<String> cautions, LocalDate asOf) {
        String number = RunWarnings.count(letter.lines().lines(), "line");
        LetterDocument document = new LetterDocument("Dispute " + reference, asOf);
        if (!cautions.isEmpty()) {
            document.caution(cautions);
        }
        document.paragraph("[Date]");
        document.paragraph(letter.dispute().payer().payer() + "\n[Provider relations or appeals, address]");
        document.heading("CPT 96372: request to %s %s"
                .formatted(letter.dispute().denial() ? "review the denial of" : "reprocess", number));
        document.paragraph("Our reference: " + reference + "\nProvider: [name, NPI, tax identification number]");
        document.paragraph("To whom it may concern:");
        document.paragraph(letter.wording());
        document.facts(facts(letter));
        document.paragraph(enclosed(letter));
        document.paragraph("Sincerely,\n\n\n[Name, title, telephone]");
        document.paragraph("Enclosed: list of " + number);
        document.list("List of " + number + ", reference " + reference, "Reference " + reference, letter.list());
        return document;
    }

    /** What the list says; that patient share and sequestration are not in dispute, of underpayments only, which are a matter of amounts. */
    private static String enclosed(Letter letter) {
        String list = letter.lines().lines() == 1 ? "The enclosed list gives" : "For each line the enclosed list gives";
        return letter.dispute().denial()
                ? list + " your claim number, the check or transfer, and the reason that you gave."
                : list + " your claim number, the check or transfer, what you allowed, and the arithmetic. "
                        + "We compare with the allowed amount, not with what was paid: deductible, co-insurance and sequestration are not "
                        + "in dispute.";
    }

    private static List<String[]> facts(Letter letter) {
        Tally lines = letter.lines();
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] {"Lines", RunWarnings.number(lines.lines())});
        facts.add(new String[] {
            letter.dispute().denial() ? "Reason" : "Cause", letter.dispute().cause()
        });
        facts.add(new String[] {"Checks of", letter.checkDates()});
        facts.add(new String[] {"Billed", lines.billed().inWords()});
        facts.add(new String[] {"Allowed", lines.allowed().inWords()});
        if (!letter.dispute().rateName().isEmpty()) {
            facts.add(new String[] {"Expected at least", lines.expectedLow().inWords()});
            facts.add(new String[] {
                letter.dispute().denial() ? "At stake" : "Short by",
                lines.atIssue().inWords()
            });
            facts.add(new String[] {"Source of the rate", letter.dispute().rateName()});
        }
        facts.removeIf(fact -> fact[1].isEmpty());
        return facts;
    }
}
