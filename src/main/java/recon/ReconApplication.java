package recon;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import picocli.CommandLine;
import recon.load.CopyingRows;
import recon.workflow.ExitCode;
import recon.workflow.Settings;

/** The door of the house: reads the command line, and starts Spring only for what needs the database. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class ReconApplication {

    public static void main(String[] args) {
        // Amounts, dates and messages are American English wherever the job runs.
        Locale.setDefault(Locale.US);
        boolean json = isJsonAsked(args);
        if (json) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
            System.setProperty("logging.config", "classpath:logback-json.xml");
        }
        System.exit(commandLine(new SpringDatabase(), json).execute(args));
    }

    @Bean
    static CopyingRows copyingRows() {
        return new CopyingRows();
    }

    /** @param json whether what goes wrong is told as the log is, in JSON */
    static CommandLine commandLine(Database database, boolean json) {
        CommandLine commands = new CommandLine(new Recon());
        commands.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        commands.addSubcommand(new ReconcileCommand(database))
                .addSubcommand(new InspectCommand())
                .addSubcommand(new RatesCommand())
                .addSubcommand(new StatusCommand(database))
                .addSubcommand(new CloseCommand(database))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new PurgeCommand(database));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        Failures failures = new Failures(json);
        commands.setParameterExceptionHandler(failures);
        commands.setExecutionExceptionHandler(failures);
        return commands;
    }

    /** Their meanings by their codes, as {@code --help} lists them. */
    private static Map<String, String> exitCodes() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode exit : ExitCode.values()) {
            meanings.put("%2d".formatted(exit.code()), exit.meaning());
        }
        return meanings;
    }

    /** The log is configured when its first line is written, which is before the options are parsed. */
    private static boolean isJsonAsked(String[] args) {
        int option = Arrays.asList(args).indexOf(Recon.LOG_FORMAT);
        return option >= 0 && option + 1 < args.length && args[option + 1].equalsIgnoreCase("json")
                || Arrays.stream(args).anyMatch((Recon.LOG_FORMAT + "=json")::equalsIgnoreCase);
    }
}
