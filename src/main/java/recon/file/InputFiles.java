package recon.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens input files, told apart by their content. */
public final class InputFiles {

    private static final List<String> EXTENSIONS =
            List.of(".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".837", ".835", ".edi", ".era", ".x12");

    private InputFiles() {}

    /** Whether a file of this name in an input folder is input: known extension, and neither hidden nor a lock file of Excel's. */
    public static boolean isInput(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".")
                && !lower.startsWith("~$")
                && EXTENSIONS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Opens a file. The result is for one thread; threads that share a file open it once each.
     *
     * @param name what to call it in messages and places
     * @param password for encrypted workbooks, or null
     * @throws UnreadableFileException if it cannot be read right
     */
    public static InputFile open(Path path, String name, @Nullable String password) throws UnreadableFileException {
        ContentKind kind;
        try {
            kind = ContentKind.of(ByteSource.of(path).head(ContentKind.HEAD_BYTES));
        } catch (IOException e) {
            throw Refusal.UNREADABLE.of(name);
        }
        return switch (kind) {
            case ZIP -> XlsxFile.open(path, name);
            case OLE2 -> Ole2Files.open(path, name, password);
            case X12 -> X12File.open(path, name);
            case TEXT -> text(path, name);
            default -> throw refusal(kind, name);
        };
    }

    /**
     * Opens a file that is not on disk, such as a table on the class path.
     *
     * @param name what to call it in messages and places
     * @throws UnreadableFileException if it cannot be read right
     */
    public static InputFile ofBytes(byte[] content, String name) throws UnreadableFileException {
        if (ContentKind.of(content) == ContentKind.TEXT) {
            return DelimitedFile.open(ByteSource.of(content), name);
        }
        try {
            TemporaryFile copy = TemporaryFile.create();
            try {
                Files.write(copy.path(), content);
                return new ClosingFile(open(copy.path(), name, null), copy);
            } catch (IOException | UnreadableFileException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw Refusal.UNREADABLE.of(name);
        }
    }

    /** Text under a workbook's name is common, and right, where it has columns; a note of a failed download has none. */
    private static InputFile text(Path path, String name) throws UnreadableFileException {
        DelimitedFile file = DelimitedFile.open(ByteSource.of(path), name);
        String lower = name.toLowerCase(Locale.ROOT);
        if (!file.hasColumns() && (lower.endsWith(".xls") || lower.endsWith(".xlsx") || lower.endsWith(".xlsm"))) {
            throw Refusal.TEXT_NAMED_WORKBOOK.of(name);
        }
        return file;
    }

    private static UnreadableFileException refusal(ContentKind kind, String name) {
        return switch (kind) {
            case EMPTY -> Refusal.EMPTY.of(name);
            case OLD_EXCEL -> Refusal.OLD_EXCEL.of(name);
            case WEB_PAGE -> Refusal.WEB_PAGE.of(name);
            case XML_2003 -> Refusal.XML_2003.of(name);
            case OTHER_XML -> Refusal.OTHER_XML.of(name);
            default -> Refusal.UNKNOWN_BINARY.of(name, "a PDF, picture, archive or other document");
        };
    }
}
