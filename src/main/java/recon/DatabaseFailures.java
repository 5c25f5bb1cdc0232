package recon;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import recon.workflow.ExitCode;
import recon.workflow.StopException;

/** Tells why the database cannot be opened. Its own messages are not repeated: they may hold a password. */
final class DatabaseFailures {

    /** H2: the file is open in another process. */
    private static final int IN_USE = 90020;

    /** H2: the user's or the file's password is wrong. */
    private static final int WRONG_PASSWORD = 28000;

    /** H2: the file is encrypted and there is no key, the key is another one, or the file is not encrypted. */
    private static final int WRONG_KEY = 90049;

    /** H2: the file is no database, as one that is encrypted looks without its key. */
    private static final int NO_DATABASE = 90030;

    /** H2: the file cannot be read or written, which closes the database. */
    private static final Set<Integer> OF_FILE = Set.of(90028, 90031, 90098);

    /** H2: the user may not do this. */
    private static final int NO_RIGHT = 90096;

    /** PostgreSQL: the same, as an SQL state. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** The server is not there, or the connection to it broke: PostgreSQL's states, and H2's of a server. */
    private static final Set<String> OF_CONNECTION = Set.of("08001", "08003", "08006", "90067");

    /** PostgreSQL: the server is shut down, is restarted, or still starts. */
    private static final Set<String> OF_RESTART = Set.of("57P01", "57P02", "57P03");

    /** PostgreSQL: the class of states for too many connections, no memory and no room. */
    private static final String OF_RESOURCES = "53";

    private DatabaseFailures() {}

    /** Whether the database's user may not do what the job needs. */
    static boolean isOfRights(RuntimeException failure) {
        SQLException sql = find(failure, SQLException.class);
        return sql != null && (INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState()) || sql.getErrorCode() == NO_RIGHT);
    }

    /** Whether the embedded database's file could not be written, as on a disk that is full. */
    static boolean isOfFile(RuntimeException failure) {
        SQLException sql = find(failure, SQLException.class);
        return sql != null && OF_FILE.contains(sql.getErrorCode());
    }

    static RuntimeException explain(RuntimeException failure) {
        SQLException sql = find(failure, SQLException.class);
        if (sql != null && sql.getErrorCode() == IN_USE || find(failure, OverlappingFileLockException.class) != null) {
            return new StopException(
                    ExitCode.BUSY, "another run of this database is at work: try again later", failure);
        }
        if (sql != null && sql.getErrorCode() == WRONG_KEY) {
            return wrong(
                    "the database file cannot be decrypted: check RECON_DB_KEY_FILE, which must be the key that the database"
                            + " was made with, and none where it was made without one",
                    failure);
        }
        if (sql != null && sql.getErrorCode() == NO_DATABASE) {
            return wrong(
                    "the database file is encrypted or damaged: name its key in RECON_DB_KEY_FILE, or restore it from a backup",
                    failure);
        }
        if (isOfFile(failure)) {
            return new StopException(
                    ExitCode.INTERRUPTED,
                    "the database's file cannot be written: see that its disk has room, and start again",
                    failure);
        }
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.startsWith("28") || sql != null && sql.getErrorCode() == WRONG_PASSWORD) {
            return wrong(
                    "the database refuses the user, the password or the way of the connection: check RECON_DB_USER, RECON_DB_PASSWORD"
                            + " and, for TLS, RECON_DB_URL",
                    failure);
        }
        if (isOfRights(failure)) {
            return wrong(
                    "the database's user may not do what the job needs: RECON_DB_USER must be a role that may create, read and write"
                            + " the tables of its schema",
                    failure);
        }
        FlywayException migration = find(failure, FlywayException.class);
        if (migration != null && sql == null) {
            return wrong(
                    "the database's tables are not those of this version, nor can they be migrated to it: check that RECON_DB_URL"
                            + " names a database of this product, and that this version is not older than the last that ran",
                    failure);
        }
        if (isOfServer(state, failure)) {
            return new StopException(
                    ExitCode.INTERRUPTED,
                    "the database's server cannot be reached, or takes no more connections (SQL state " + state
                            + "): see that it runs, has room, and is where RECON_DB_URL says, and start again",
                    failure);
        }
        if (sql != null) {
            return wrong(
                    "the database cannot be opened (SQL state " + state
                            + "): check RECON_DB_URL, and that it names a database that the server has",
                    failure);
        }
        return failure;
    }

    /**
     * Whether the server is what is in the way, so that the same command may do later. The driver has the states of a connection for
     * what is wrong in its address too, a certificate among it; a server that is not there is told by a failure of the network alone.
     */
    private static boolean isOfServer(String state, RuntimeException failure) {
        IOException network = find(failure, IOException.class);
        return OF_RESTART.contains(state)
                || state.startsWith(OF_RESOURCES)
                || OF_CONNECTION.contains(state)
                        && network != null
                        && !(network instanceof SSLException)
                        && !(network instanceof FileNotFoundException);
    }

    private static StopException wrong(String message, RuntimeException failure) {
        return new StopException(ExitCode.WRONG_SETUP, message, failure);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        T found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found = type.isInstance(cause) ? type.cast(cause) : found;
        }
        return found;
    }
}
