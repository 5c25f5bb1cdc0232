package recon.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of an Office Open XML package by their names, which do not tell upper from lower case (ECMA-376 part 2, 6.2.2.3, part
 * name equivalence). A package with two parts of one name is refused.
 */
final class ZipParts implements AutoCloseable {

    private static final int MAX_PARTS = 100_000;

    private final String file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipParts(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static ZipParts open(Path path, String file) throws UnreadableFileException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException | RuntimeException e) {
            throw Refusal.DAMAGED_ZIP.of(file);
        }
        ZipParts parts = new ZipParts(file, zip);
        try {
            parts.index();
        } catch (UnreadableFileException e) {
            parts.close();
            throw e;
        } catch (RuntimeException e) {
            parts.close();
            throw Refusal.DAMAGED_ZIP.of(file); // a part's name that is no text
        }
        return parts;
    }

    private void index() throws UnreadableFileException {
        if (zip.size() > MAX_PARTS) {
            throw Refusal.BOMB.of(file);
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                throw Refusal.DUPLICATE_ENTRY.of(file);
            }
        }
        if (entries.isEmpty()) {
            throw Refusal.DAMAGED_ZIP.of(file);
        }
    }

    String file() {
        return file;
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** The bytes of a part. */
    PartStream stream(String part) throws UnreadableFileException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw Refusal.MISSING_PART.of(file, part);
        }
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) {
                throw Refusal.MISSING_PART.of(file, part);
            }
            return new PartStream(in, entry);
        } catch (IOException | RuntimeException e) {
            throw Refusal.DAMAGED_ZIP.of(file);
        }
    }

    XmlPart xml(String part) throws UnreadableFileException {
        return XmlPart.open(file, part, stream(part));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String part) {
        String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
