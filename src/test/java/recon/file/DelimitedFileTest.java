package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFileTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsToldByContent(String separator) throws Exception {
        String text =
                String.join(separator, "claim", "paid", "code") + "\n" + String.join(separator, "C1", "5.00", "96372");

        assertThat(Reading.show(Reading.rows(text))).containsExactly("1: claim|paid|code", "2: C1|5.00|96372");
    }

    @Test
    void semicolonsBesideDecimalCommasAreTheSeparator() throws Exception {
        String text = "claim;paid;billed\n" + "C1;5,00;6,00\n".repeat(50);

        assertThat(Reading.rows(text).get(1).cells()).hasSize(3);
    }

    @Test
    void commasBesideSemicolonsInsideAColumnAreTheSeparator() throws Exception {
        String text = "claim,adjustments,paid\n" + "C1,CO-45:1.00;PR-1:2.00;PR-2:3.00,5\n".repeat(50);

        assertThat(Reading.rows(text).get(1).cells()).hasSize(3);
    }

    @Test
    void bannersAboveTheHeadingsDoNotHideTheSeparator() throws Exception {
        String text = "Remittance advice\nPrinted for: the practice, suite 4\n\nclaim|name|paid\n"
                + "C1|TESTPATIENT, ALPHA|5\n".repeat(9);

        assertThat(Reading.show(Reading.rows(text)).get(3)).isEqualTo("4: claim|name|paid");
    }

    @Test
    void excelsOwnSeparatorLineIsNoRow() throws Exception {
        assertThat(Reading.show(Reading.rows("sep=;\r\na,b;c\r\nd;e\r\n"))).containsExactly("1: a,b|c", "2: d|e");
    }

    @Test
    void aFaultBelowExcelsSeparatorLineIsNamedByTheLineOfTheFile() {
        assertThatThrownBy(() -> Reading.rows("sep=;\na;b\n\"c\"x;d\n")).hasMessageContaining("line 3: broken quoting");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, EFBBBF",
        "UTF-8, ''",
        "UTF-16LE, FFFE",
        "UTF-16BE, FEFF",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "windows-1252, ''"
    })
    void theEncodingIsToldByContent(String charset, String mark) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(mark));
        bytes.writeBytes("claim,name\nC1,Mu\u00F1oz \u2013 5\u00A0%".getBytes(Charset.forName(charset)));

        assertThat(Reading.show(Reading.rows(bytes.toByteArray())))
                .containsExactly("1: claim|name", "2: C1|Mu\u00F1oz \u2013 5\u00A0%");
    }

    @Test
    void oneOddByteInTheLastLineMakesAWholeFileWindows1252() throws Exception {
        byte[] text = ("claim,name\n" + "C1,plain\n".repeat(20_000) + "C2,Mu\u00F1oz")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(Reading.show(Reading.rows(text))).last().isEqualTo("20002: C2|Mu\u00F1oz");
    }

    @Test
    void blankLinesCountAsRowsAndLineEndsInsideQuotesDoNot() throws Exception {
        assertThat(Reading.show(Reading.rows("a,b\n\n\"x\r\ny\",2\r\nc,3\rd,4")))
                .containsExactly("1: a|b", "2: ", "3: x\r\ny|2", "4: c|3", "5: d|4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a,b\\n1,\"open\\n2,x ~ 2",
                "a,b\\n1,2\\n\"closed\"then,3 ~ 3",
                "a,b\\n1,2\\n3,4\\n5, \"x, y\",z ~ 4"
            })
    void brokenQuotingIsRefusedByLine(String text, int line) {
        // the last case: blanks before a quotation mark far from the sample
        String body = text.replace("\\n", "\n");
        String filler = line == 4 ? body.replaceFirst("5", "f,f\n".repeat(40_000) + "5") : body;
        int expected = line == 4 ? line + 40_000 : line;

        assertThatThrownBy(() -> Reading.rows(filler))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line " + expected + ": broken quoting");
    }

    @Test
    void blanksBetweenSeparatorAndQuotationMarkAreRead() throws Exception {
        assertThat(Reading.show(Reading.rows("a, \"b\"\n1, \"x, y\"\n"))).containsExactly("1: a|b", "2: 1|x, y");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void textsThatApostrophesQuoteAreReadWithoutThem(String separator) throws Exception {
        String text = "'Synthetic report'%1$s%1$s\r\n'claim'%1$s'patient'%1$s'paid,%1$snet'\r\n"
                + "'P100'%1$s'O''TEST%1$s ALPHA'%1$s5.00\r\n'P101'%1$s'BETA \"B\" TEST'%1$s\r\n";

        assertThat(Reading.show(Reading.rows(text.formatted(separator))))
                .containsExactly(
                        "1: Synthetic report||",
                        "2: claim|patient|paid,%snet".formatted(separator),
                        "3: P100|O'TEST%s ALPHA|5.00".formatted(separator),
                        "4: P101|BETA \"B\" TEST|");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "claim,name,paid\\n'00100,O'TEST,5\\n'00101,'TIL TEST,5 ~ '00101|'TIL TEST|5",
                "'claim,'name,'paid\\n'00100,'O'TEST','5\\n'00101,'TEST','5 ~ '00101|'TEST'|'5",
                "claim,name,paid\\n'00100','TEST',5\\n'00101','TEST',5 ~ '00101'|'TEST'|5",
                "'claim','name','paid'\\n'1','TEST',5\\n'00101',\"TEST, ALPHA\",5 ~ '00101'|TEST, ALPHA|5"
            })
    void anApostropheInATextQuotesNothing(String text, String last) throws Exception {
        assertThat(Reading.show(Reading.rows(text.replace("\\n", "\n")))).last().isEqualTo("3: " + last);
    }

    @Test
    void doubledQuotationMarksAreOne() throws Exception {
        assertThat(Reading.show(Reading.rows("a,\"say \"\"x\"\"\"\n"))).containsExactly("1: a|say \"x\"");
    }

    @Test
    void aNulCharacterIsRefused() {
        assertThatThrownBy(() -> Reading.rows("a,b\n1,\0\n")).hasMessageContaining("NUL");
    }

    @Test
    void bytesOfNoEncodingAreRefused() {
        byte[] text = "a,b\n1,\u0081\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Reading.rows(text)).hasMessageContaining("no known encoding");
    }

    @Test
    void aTextBeyondExcelsLimitIsRefusedByLine() throws Exception {
        String longest = "x".repeat(32_767);

        assertThat(Reading.rows("a,b\n1," + longest)).hasSize(2);
        assertThatThrownBy(() -> Reading.rows("a,b\n1," + longest + "x")).hasMessageContaining("line 2 holds a text");
    }

    @Test
    void moreColumnsThanExcelHasAreRefusedByLine() {
        assertThatThrownBy(() -> Reading.rows("a,b\n" + ",".repeat(16_384) + "\n"))
                .hasMessageContaining("line 2 has more");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> Reading.rows("")).hasMessage("test: is empty: export it again");
    }

    @Test
    void aFieldOfNoBreakSpacesIsBlank() throws Exception {
        assertThat(Reading.rows("a,\u00A0\u200B \n").get(0).cell(1)).isSameAs(Cell.BLANK);
    }
}
