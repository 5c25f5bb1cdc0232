package recon;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import recon.workflow.ProductVersion;

/** The command that holds the commands. */
@Command(
        name = "recon96372",
        description =
                "Says of every line of CPT 96372 whether it was paid in the expected range, underpaid, denied or not answered,"
                        + " and proves that no row and no cent was lost.",
        mixinStandardHelpOptions = true,
        versionProvider = Recon.Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  RECON_DB_URL, RECON_DB_USER,   the database; H2 in ./data where not set",
            "  RECON_DB_PASSWORD, or          the password, or a file that holds it",
            "  RECON_DB_PASSWORD_FILE",
            "  RECON_DB_KEY_FILE              file with a key that encrypts the H2 database",
            "  RECON_WORKBOOK_PASSWORD_FILE   file with the password of encrypted input",
            "  RECON_REPORT_PASSWORD_FILE     file with a password to encrypt reports",
            "  RECON_MAX_REJECTED_PERCENT     and every other setting of application.yaml"
        })
final class Recon implements Runnable {

    static final String LOG_FORMAT = "--log-format";

    @Spec
    private CommandSpec spec;

    /** Here for the help and for its check; {@link ReconApplication} heeds it before the commands are read. */
    @Option(
            names = LOG_FORMAT,
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "how standard error is written: plain (default) or json, a line an event")
    private LogFormat logFormat = LogFormat.PLAIN;

    enum LogFormat {
        PLAIN,
        JSON
    }

    Recon() {
        spec = CommandSpec.create();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command: reconcile, inspect, rates, status, verify, close or purge");
    }

    /** {@code recon96372 1.0.0}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"recon96372 " + ProductVersion.VERSION};
        }
    }
}
