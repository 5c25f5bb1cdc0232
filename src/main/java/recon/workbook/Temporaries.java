package recon.workbook;

import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/** Where rows lie until their workbook is complete. They are patients' data, which a process that is killed leaves behind. */
public final class Temporaries {

    private Temporaries() {}

    /** From now on in a folder that only the owner can enter and that the next run empties. */
    public static void keepIn(Path folder) {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder.toFile()));
    }

    /** From now on where the platform has its temporary files. */
    public static void keepInThePlatformsFolder() {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
    }
}
