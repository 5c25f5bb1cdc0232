package recon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A Word document of a letter on one page upright, and behind it, on pages turned, the head of the list that it encloses. */
final class LetterDocument {

    /** Stands in the list's only row, where the lines are to go. */
    static final String ROWS_GO_HERE = "ROWS-GO-HERE";

    private static final String FONT = "Calibri";
    private static final int LETTER_POINTS = 11;
    private static final long SHORT_SIDE = 12_240;
    private static final long LONG_SIDE = 15_840;
    private static final long MARGIN = 1_080;
    /** Room for the practice's letterhead. */
    private static final long LETTERHEAD = 2_160;

    private final XWPFDocument document = new XWPFDocument();

    LetterDocument(String title, LocalDate date) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator("recon96372");
        Date midnight = Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        core.setCreated(Optional.of(midnight));
        core.setModified(Optional.of(midnight));
    }

    void paragraph(String text) {
        run(text, LETTER_POINTS, false);
    }

    void heading(String text) {
        run(text, LETTER_POINTS + 1, true);
    }

    private XWPFRun run(String text, int points, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(120);
        return run(paragraph, text, points, bold);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int points, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(points);
        run.setBold(bold);
        boolean first = true;
        for (String line : CellText.legal(text).split("\n", -1)) {
            if (!first) {
                run.addBreak(BreakType.TEXT_WRAPPING);
            }
            run.setText(line);
            first = false;
        }
        return run;
    }

    /** What the sender must read and then remove: in a frame of its own, so that it cannot go out unseen. */
    void caution(List<String> sentences) {
        XWPFTable frame = document.createTable(1, 1);
        frame.setWidth("100%");
        XWPFTableCell cell = frame.getRow(0).getCell(0);
        cell.setColor(Palette.NOTICE);
        XWPFParagraph first = cell.getParagraphArray(0);
        run(first, "For the sender: settle this, then delete this box.", LETTER_POINTS - 1, true);
        for (String sentence : sentences) {
            run(cell.addParagraph(), "• " + sentence, LETTER_POINTS - 1, false);
        }
        document.createParagraph();
    }

    /** Labels and figures, two columns. */
    void facts(List<String[]> facts) {
        XWPFTable table = document.createTable(facts.size(), 2);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth((int) (SHORT_SIDE - 2 * MARGIN));
        for (int i = 0; i < facts.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            cell(row.getCell(0), facts.get(i)[0], 3_200, LETTER_POINTS - 1, true, ParagraphAlignment.LEFT);
            cell(
                    row.getCell(1),
                    facts.get(i)[1],
                    (int) (SHORT_SIDE - 2 * MARGIN) - 3_200,
                    LETTER_POINTS - 1,
                    false,
                    ParagraphAlignment.LEFT);
        }
        document.createParagraph();
    }

    private static void cell(
            XWPFTableCell cell, String text, int width, int points, boolean bold, ParagraphAlignment alignment) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(String.valueOf(width));
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setAlignment(alignment);
        run(paragraph, text, points, bold);
    }

    /** Ends the letter's page and begins the list: a heading that each page repeats, and one row in the place of the lines. */
    void list(String title, String footer, LetterList list) {
        CTSectPr upright = document.createParagraph().getCTP().addNewPPr().addNewSectPr();
        page(upright, SHORT_SIDE, LONG_SIDE, LETTERHEAD);
        CTSectPr turned = document.getDocument().getBody().addNewSectPr();
        page(turned, LONG_SIDE, SHORT_SIDE, MARGIN);
        turned.getPgSz().setOrient(STPageOrientation.LANDSCAPE);
        footer(footer);
        heading(title);
        XWPFTable table = document.createTable(2, list.headings().size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(LetterList.WIDTH);
        table.setCellMargins(20, 60, 20, 60);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < list.headings().size(); i++) {
            XWPFTableCell heading = table.getRow(0).getCell(i);
            heading.setColor(Palette.BAND);
            ParagraphAlignment side = list.isNumber(i) ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
            cell(heading, list.headings().get(i), list.width(i), 8, true, side);
        }
        table.getRow(1).getCell(0).setText(ROWS_GO_HERE);
    }

    private static void page(CTSectPr section, long width, long height, long top) {
        section.addNewPgSz().setW(BigInteger.valueOf(width));
        section.getPgSz().setH(BigInteger.valueOf(height));
        BigInteger side = BigInteger.valueOf(width == LONG_SIDE ? (LONG_SIDE - LetterList.WIDTH) / 2 : MARGIN);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(top));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(side);
        margins.setRight(side);
    }

    private void footer(String text) {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        run(paragraph, text + ", page ", 8, false);
        CTSimpleField page = paragraph.getCTP().addNewFldSimple();
        page.setInstr("PAGE");
        CTR number = page.addNewR();
        number.addNewRPr().addNewSz().setVal(BigInteger.valueOf(16));
        number.addNewT().setStringValue("2");
    }

    /** Writes the document, to which nothing can be added afterwards. */
    void writeTo(OutputStream out) throws IOException {
        try (document) {
            document.write(out);
        }
    }
}
