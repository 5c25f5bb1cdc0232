package recon.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An input file that takes something else with it when it is closed. */
record ClosingFile(InputFile file, TemporaryFile copy) implements InputFile {

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Format format() {
        return file.format();
    }

    @Override
    public List<Sheet> sheets() {
        return file.sheets();
    }

    @Override
    public @Nullable List<String> fixedHeadings() {
        return file.fixedHeadings();
    }

    @Override
    public List<FileNote> notes() {
        return file.notes();
    }

    @Override
    public boolean epoch1904() {
        return file.epoch1904();
    }

    @Override
    public RowReader open(Sheet sheet) throws UnreadableFileException {
        return file.open(sheet);
    }

    @Override
    public void close() {
        try (copy) {
            file.close();
        }
    }
}
