package recon.workbook;

import java.util.ArrayList;
import java.util.List;
import recon.verdict.Finding;

/** The list of lines that a letter encloses: its columns, and its rows as WordprocessingML (ECMA-376, part 1, 17.4). */
final class LetterList {

    /** Width of the list in twentieths of a point: a letter page turned, less its margins. */
    static final int WIDTH = 14_400;

    private static final String HALF_POINTS = "15";

    private final List<Column<Finding>> columns;
    private final int characters;

    LetterList(Dispute dispute) {
        List<Column<Finding>> all = new ArrayList<>(List.of(
                Column.identifier("Claim", 14, "", f -> f.subject().claim()),
                Column.identifier("Your claim no.", 15, "", f -> f.subject().payerClaimNumber()),
                Column.text("Patient", 17, "", f -> f.subject().patient()),
                Column.identifier("Member id", 14, "", f -> f.subject().memberId()),
                Column.date("Service date", "", f -> f.subject().serviceDate()),
                Column.count("Units", 7, "", f -> f.subject().units()),
                Column.money("Billed", "", f -> f.amounts().billed()),
                Column.money("Allowed", "", f -> f.amounts().allowed())));
        if (!dispute.rateName().isEmpty()) {
            all.add(Column.money("Expected", "", FindingColumns::low));
            all.add(Column.money(dispute.denial() ? "At stake" : "Short by", "", Finding::atIssue));
        }
        all.add(Column.identifier(
                "Check / EFT", 14, "", f -> FindingColumns.ofPayment(f, Finding.Payment::checkNumber)));
        all.add(Column.date("Check date", "", f -> FindingColumns.ofPayment(f, Finding.Payment::checkDate)));
        all.add(
                dispute.denial()
                        ? Column.identifier("Your reason", 20, "", f -> FindingColumns.ofDenial(f, LetterList::codes))
                        : Column.sentences("Arithmetic", 36, "", Finding::why));
        columns = List.copyOf(all);
        characters = columns.stream().mapToInt(Column::width).sum();
    }

    /** As the payer gave them: {@code CO-97, M14}. */
    private static String codes(Finding.Denial denial) {
        return (denial.reason() + " " + denial.rarc()).strip().replace(" ", ", ");
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** In twentieths of a point. */
    int width(int column) {
        return WIDTH * columns.get(column).width() / characters;
    }

    boolean isNumber(int column) {
        return switch (columns.get(column).format()) {
            case COUNT, MONEY, PERCENT -> true;
            default -> false;
        };
    }

    /** A row of the list's table; a row is not split over pages. */
    String row(Finding finding) {
        StringBuilder xml = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < columns.size(); i++) {
            Column<Finding> column = columns.get(i);
            xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width(i)).append("\" w:type=\"dxa\"/></w:tcPr><w:p>");
            if (isNumber(i)) {
                xml.append("<w:pPr><w:jc w:val=\"right\"/></w:pPr>");
            }
            xml.append("<w:r><w:rPr><w:sz w:val=\"").append(HALF_POINTS);
            xml.append("\"/></w:rPr><w:t xml:space=\"preserve\">");
            escape(PageTable.text(column.value().of(finding), column.format()), xml);
            xml.append("</w:t></w:r></w:p></w:tc>");
        }
        return xml.append("</w:tr>").toString();
    }

    private static void escape(String text, StringBuilder xml) {
        String legal = CellText.legal(text);
        for (int i = 0; i < legal.length(); i++) {
            char c = legal.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
    }
}
