package recon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import recon.workbook.AtomicFiles;
import recon.workflow.ExitCode;
import recon.workflow.Settings;
import recon.workflow.StopException;

/**
 * How the database is opened: its password from a file where one is named, and the embedded database in a folder that only its owner
 * can enter, encrypted (AES) where a key is given.
 */
final class DatabaseAccess implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String URL = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";
    private static final String PASSWORD = "spring.datasource.password";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final List<String> KINDS = List.of("jdbc:h2:", POSTGRESQL);

    /** Of an embedded database, its file's name; others have the word for their kind before it, such as {@code mem:} or {@code tcp:}. */
    private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:(?:file:)?(?!\\w{2,}:)([^;]+).*");

    /** With a delay, a killed process would lose chunks that it had committed; and the database is closed after the job, not beside it. */
    private static final List<String> EMBEDDED_SETTINGS = List.of("DB_CLOSE_ON_EXIT=FALSE", "WRITE_DELAY=0");

    private static final String FILE = ".mv.db";
    private static final String TRACE = ".trace.db";

    /** H2 looks up each value that it reads among the last ones, which takes longer than the memory is worth. */
    private static final String VALUE_CACHE = "h2.objectCache";

    private @Nullable Path created;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        System.setProperty(VALUE_CACHE, System.getProperty(VALUE_CACHE, "false"));
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> access = new HashMap<>();
        String passwordFile = environment.getProperty("recon.database-password-file", "");
        if (!passwordFile.isBlank()) {
            access.put(PASSWORD, Settings.firstLine(passwordFile, "RECON_DB_PASSWORD_FILE"));
        }
        String url = url(environment);
        Path file = embedded(url);
        if (file != null) {
            url = withEmbeddedSettings(url);
            access.put(URL, url);
        }
        String keyFile = environment.getProperty("recon.database-key-file", "");
        if (!keyFile.isBlank()) {
            Object password = access.getOrDefault(PASSWORD, environment.getProperty(PASSWORD, ""));
            access.put(URL, url + ";CIPHER=AES");
            access.put(PASSWORD, key(keyFile, url) + " " + password);
        }
        if (!access.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("database access", access));
        }
        if (file != null) {
            createFolderOf(file);
            created = Files.exists(file) ? null : file;
        }
    }

    /** A variable that is set and empty is a mistake of whoever sets it: what is reconciled would be kept elsewhere, or nowhere. */
    private static String url(ConfigurableEnvironment environment) {
        String url = environment.getProperty(URL, "");
        if (url.isBlank()) {
            throw empty("RECON_DB_URL", "the embedded database");
        }
        if (environment.getProperty(USER, "").isBlank()) {
            throw empty("RECON_DB_USER", "the user sa");
        }
        if (KINDS.stream().noneMatch(url::startsWith)) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "RECON_DB_URL names no database that is supported: it must begin with "
                            + String.join(" or ", KINDS));
        }
        if (!url.startsWith(KINDS.get(0)) && !hasDriver(url)) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "RECON_DB_URL cannot be read: it must be as jdbc:postgresql://host:5432/database");
        }
        return url;
    }

    /** Of the embedded database it is not asked, since to load the other's driver takes time. */
    private static boolean hasDriver(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static StopException empty(String variable, String unset) {
        return new StopException(
                ExitCode.WRONG_SETUP, variable + " is set, but empty: name one, or do not set it at all for " + unset);
    }

    private static String withEmbeddedSettings(String url) {
        String complete = url;
        for (String setting : EMBEDDED_SETTINGS) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(";" + name)) {
                complete += ";" + setting;
            }
        }
        return complete;
    }

    /** H2 takes the file's key and the user's password in one text, with a space between them. */
    private static String key(String file, String url) {
        if (embedded(url) == null) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "RECON_DB_KEY_FILE is for the embedded database only: encrypt the volumes of another one");
        }
        String key = Settings.firstLine(file, "RECON_DB_KEY_FILE");
        if (key.isEmpty() || key.contains(" ")) {
            throw new StopException(
                    ExitCode.WRONG_SETUP, "RECON_DB_KEY_FILE: the key in " + file + " must be one word without spaces");
        }
        return key;
    }

    /**
     * Removes the file of an embedded database that was new and could not be made. H2 changes a table by a copy, so half of its tables
     * would be those of no version.
     */
    void discardNew() {
        Path file = created;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The file of an embedded database is not readable by others, even where its folder is. */
    static void protect(ConfigurableApplicationContext opened) {
        Path database = embedded(opened.getEnvironment().getProperty(URL, ""));
        if (database == null
                || !database.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            for (Path file : List.of(database, traceBeside(database))) {
                if (Files.isRegularFile(file)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isPostgresql(ConfigurableApplicationContext opened) {
        return opened.getEnvironment().getProperty(URL, "").startsWith(POSTGRESQL);
    }

    private static Path traceBeside(Path database) {
        String name = String.valueOf(database.getFileName());
        return database.resolveSibling(name.substring(0, name.length() - FILE.length()) + TRACE);
    }

    private static void createFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            AtomicFiles.createFolder(folder == null ? file : folder);
        } catch (IOException e) {
            throw new StopException(
                    ExitCode.WRONG_SETUP, folder + ": the database's folder cannot be made; check RECON_DB_URL", e);
        }
    }

    /** The file of an embedded database, or null for any other. */
    private static @Nullable Path embedded(String url) {
        Matcher matcher = EMBEDDED.matcher(url);
        if (!matcher.matches()) {
            return null;
        }
        String name = matcher.group(1);
        String home = name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
        return Path.of(home + FILE);
    }
}
