package recon.intake;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Tells the rows that a report has beside its lines, in whatever columns they stand: a page's footer, the head of a section, a count of
 * records, the numbers of the columns.
 *
 * <p>Such a row has nothing that a line has: no amount, no reason, no code, no date of service, no number of a claim, a line or a member.
 * A label and its value ("Check #: | 123", "Run: 11/01/2025") count as nothing in any column but those of amounts and reasons. What may
 * be part of a line that was broken is none of them: a row of numbers alone, one with several numbers or with a fraction of a dollar, one
 * that holds a 96372 anywhere, one of a patient's name beside a check or beside a word that may be a claim's number.
 */
final class ReportRows {

    private static final Set<Field> NAMES_OF_PATIENTS =
            EnumSet.of(Field.PATIENT_NAME, Field.PATIENT_LAST_NAME, Field.PATIENT_FIRST_NAME);

    private static final Set<Field> CHECKS = EnumSet.of(Field.CHECK_NUMBER, Field.CHECK_DATE);

    private static final Set<Field> PAYERS =
            EnumSet.of(Field.PAYER, Field.PAYER_ID, Field.PAYER_CLASS, Field.FILING_CODE);

    private static final Set<Field> NUMBERS_OF_LINES = EnumSet.of(
            Field.PATIENT_CONTROL_NUMBER,
            Field.PAYER_CLAIM_NUMBER,
            Field.CLAIM_NUMBER,
            Field.MEMBER_ID,
            Field.LINE_CONTROL_NUMBER);

    private static final Set<Field> REASONS = EnumSet.of(
            Field.ADJUSTMENTS,
            Field.ADJUSTMENT_GROUP,
            Field.ADJUSTMENT_CODE,
            Field.ADJUSTMENT_AMOUNT,
            Field.REMARK_CODES);

    private static final Pattern PAGE =
            Pattern.compile("\\W*(?:page:?\\s*)?\\d+\\s*(?:of|/)\\s*\\d+\\W*", Pattern.CASE_INSENSITIVE);

    /** "Check #:", "Number of Claims: 2", "Run Date: 11/02/2025"; no "I:A1" and no "CO-45: 12.00". */
    private static final Pattern LABEL = Pattern.compile("[\\p{L} #./()&-]*\\p{L}{3}[\\p{L} #./()&-]*:(?:\\s.*)?");

    private static final Pattern COUNT = Pattern.compile("\\d+ \\p{Ll}+(?: \\p{Ll}+)*\\W*");

    private static final Pattern TIME = Pattern.compile("\\d{1,2}(?::\\d{2}){1,2}");

    /** "mm/dd/yyyy", as a hint stands below the heading. */
    private static final Pattern FORM_OF_DATE = Pattern.compile("(?i)[mdy]{1,4}[-/.][mdy]{1,4}[-/.][mdy]{2,4}");

    private static final int FEWEST_NUMBERS = 4;

    /** No label is longer, and a pattern takes its time. */
    private static final int LONGEST_LABEL = 100;

    /** A name and an account's number may stand in one cell. */
    private static final int WORDS_OF_SENTENCE = 2;

    private static final int LETTERS_OF_WORD = 3;

    private final Table table;
    private final ColumnMap columns;

    ReportRows(Table table) {
        this.table = table;
        this.columns = table.columns();
    }

    /** Whether a row below the headings, which is not blank and no line, is one of these. A claim's header may be its number alone. */
    boolean is(SourceRow row) {
        return table.part() != ClaimPart.HEADERS && (numbersColumns(row) || showsForms(row) || saysNothingOfALine(row));
    }

    /** {@code (1), (2), (3)} below all headings. */
    private boolean numbersColumns(SourceRow row) {
        int numbered = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (!cell.isBlank()) {
                String text = cell instanceof Cell.Text own ? own.text() : Ids.of(cell);
                if (text == null || !text.replaceAll("[().\\s]", "").equals(String.valueOf(column + 1))) {
                    return false;
                }
                numbered++;
            }
        }
        return numbered >= FEWEST_NUMBERS;
    }

    /** Hints such as mm/dd/yyyy and $ in the row below the headings. */
    private boolean showsForms(SourceRow row) {
        if (row.place().number() != table.lastHeadingRow() + 1
                || !(columns.cell(row, Field.SERVICE_DATE) instanceof Cell.Text date)
                || !FORM_OF_DATE.matcher(Characters.strip(date.text())).matches()) {
            return false;
        }
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            boolean ofWords = cell.isBlank() || cell instanceof Cell.Text;
            if (!ofWords || isAmount(columns.field(column)) && !cell.isBlank() && !isTextWithoutDigit(cell)) {
                return false;
            }
        }
        return true;
    }

    private boolean saysNothingOfALine(SourceRow row) {
        boolean says = false;
        boolean name = false;
        boolean check = false;
        boolean word = false;
        int numbers = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (cell.isBlank()) {
                continue;
            }
            if (column >= columns.width() || !isReadable(cell) || isInjection(cell)) {
                return false;
            }
            Field field = columns.field(column);
            if (isPage(cell) || !isOfMoney(field) && (isLabel(cell) || isBehindLabel(row, column))) {
                says = true;
                continue;
            }
            if (Amounts.of(cell) != null) {
                if (++numbers > 1 || !isWhole(cell)) {
                    return false;
                }
            } else {
                says = true;
            }
            if (field != null && NUMBERS_OF_LINES.contains(field)) {
                if (mayBeId(cell)) {
                    return false;
                }
                word |= isTextWithoutDigit(cell) && isOneWord(cell);
            } else if (field != null && NAMES_OF_PATIENTS.contains(field)) {
                name |= hasLetter(cell);
            } else if (field != null && CHECKS.contains(field)) {
                check = true;
            } else if (field != null && !PAYERS.contains(field)) {
                return false;
            }
        }
        return says && !(name && (check || word));
    }

    private static boolean isAmount(@Nullable Field field) {
        return field != null && (field.isMoney() || field == Field.ADJUSTMENT_AMOUNT);
    }

    private static boolean isOfMoney(@Nullable Field field) {
        return field != null && (field.isMoney() || REASONS.contains(field));
    }

    /** A text over several rows of the file may hold lines. */
    private static boolean isReadable(Cell cell) {
        return cell instanceof Cell.Text text
                ? text.text().indexOf('\n') < 0
                : cell instanceof Cell.Number || cell instanceof Cell.Date;
    }

    private static boolean isInjection(Cell cell) {
        CodeText code = CodeText.of(cell);
        return code != null && code.code().isInjection();
    }

    private static boolean isPage(Cell cell) {
        return cell instanceof Cell.Text text
                && text.text().length() <= LONGEST_LABEL
                && PAGE.matcher(text.text()).matches();
    }

    private static boolean isLabel(Cell cell) {
        if (!(cell instanceof Cell.Text text)) {
            return false;
        }
        String label = Characters.strip(text.text());
        return label.length() <= LONGEST_LABEL && LABEL.matcher(label).matches()
                || isTextWithoutDigit(cell) && Synonyms.shipped().find(label) != null;
    }

    /** The value of a label that ends in a colon. */
    private static boolean isBehindLabel(SourceRow row, int column) {
        return column > 0
                && row.cell(column - 1) instanceof Cell.Text text
                && Characters.strip(text.text()).endsWith(":")
                && isLabel(text);
    }

    private static boolean isWhole(Cell cell) {
        String text = cell instanceof Cell.Text own ? Characters.strip(own.text()) : Ids.of(cell);
        return text != null && Characters.isAllDigits(text);
    }

    /** Whether a number of a claim, a line or a member may stand in one of their columns; a number with a word may be one, too. */
    private static boolean mayBeId(Cell cell) {
        if (!(cell instanceof Cell.Text text)) {
            return !(cell instanceof Cell.Date) && Ids.of(cell) != null;
        }
        String id = Characters.strip(text.text());
        return !isTextWithoutDigit(cell)
                && !isOfDates(id)
                && AdjustmentText.of(id) == null
                && !COUNT.matcher(id).matches()
                && words(id) < WORDS_OF_SENTENCE
                && !id.contains("://");
    }

    /** How many words without a digit a text has. */
    private static int words(String text) {
        int words = 0;
        int letters = 0;
        boolean digits = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Characters.isBlank(c)) {
                words += letters >= LETTERS_OF_WORD && !digits ? 1 : 0;
                letters = 0;
                digits = false;
            } else {
                letters += Character.isLetter(c) ? 1 : 0;
                digits |= Character.isDigit(c);
            }
        }
        return words;
    }

    /** Whether the only digits of a text are those of dates and times: {@code Printed 11/01/2025 08:12 AM}. */
    private static boolean isOfDates(String text) {
        for (String word : text.split("\\s+")) {
            boolean digits = word.chars().anyMatch(Character::isDigit);
            boolean date = word.indexOf('/') > 0 && Dates.ofText(word, DateOrder.MDY) != null;
            if (digits && !date && !TIME.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneWord(Cell cell) {
        return cell instanceof Cell.Text text
                && Characters.strip(text.text()).chars().noneMatch(c -> Characters.isBlank((char) c));
    }

    private static boolean hasLetter(Cell cell) {
        return cell instanceof Cell.Text text && text.text().chars().anyMatch(Character::isLetter);
    }

    private static boolean isTextWithoutDigit(Cell cell) {
        return cell instanceof Cell.Text text && text.text().chars().noneMatch(Character::isDigit);
    }
}
