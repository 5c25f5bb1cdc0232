package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilesTest {

    @TempDir
    Path folder;

    private Path file(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void aFileIsReadAsWhatItIsWhateverItsName() throws Exception {
        byte[] workbook =
                new WorkbookBuilder().sheet("<row><c><v>1</v></c></row>").bytes();
        byte[] text = "claim\tpaid\nC1\t5\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Reading.show(Reading.rows(file("payments.csv", workbook)))).containsExactly("1: 1");
        assertThat(Reading.show(Reading.rows(file("payments.xls", text)))).containsExactly("1: claim|paid", "2: C1|5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISA*00*          *00*          *ZZ*A*ZZ*B*261001*1200*^*00501*1*0*T*:~",
                "\uFEFF\r\n  ISA*00*",
                "ST*835*0001~",
                "ST|837|0001|005010X222A1~",
                "GS*HP*A*B*20261001*1200*1*X*005010X221A1~"
            })
    void x12IsToldByItsFirstSegment(String start) {
        assertThat(ContentKind.of(start.getBytes(StandardCharsets.UTF_8))).isEqualTo(ContentKind.X12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ST,city,zip\n", "ISABEL,paid\n", "ST;835x\n", "Gs,paid\n", "<5 rows,paid\n"})
    void headingsThatLookLikeX12OrMarkupAreText(String start) {
        assertThat(ContentKind.of(start.getBytes(StandardCharsets.UTF_8))).isEqualTo(ContentKind.TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7 x', is neither a spreadsheet nor text",
        "'{\\rtf1 x', is neither a spreadsheet nor text",
        "'<html><table>', is a web page",
        "'<?xml version=\"1.0\"?><a/>', is an XML document",
        "'MIME-Version: 1.0', is a web page",
    })
    void otherDocumentsAreRefusedByName(String start, String sentence) {
        assertThatThrownBy(() -> Reading.rows(start)).hasMessageContaining(sentence);
    }

    @Test
    void aBareBiffStreamIsRefusedAsOldExcel() {
        assertThatThrownBy(() -> Reading.rows(new byte[] {9, 4, 6, 0, 0, 0, 16, 0}))
                .hasMessageContaining("Excel 5.0/95");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> Reading.rows(folder.resolve("none.csv")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("none.csv: cannot be read from disk");
    }

    @ParameterizedTest
    @CsvSource({"May.XLSX, true", "a.835, true", ".hidden.csv, false", "~$May.xlsx, false", "notes.docx, false"})
    void onlyKnownNamesAreInput(String name, boolean input) {
        assertThat(InputFiles.isInput(name)).isEqualTo(input);
    }
}
