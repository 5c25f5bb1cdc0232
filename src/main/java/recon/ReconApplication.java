package recon;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import picocli.CommandLine;
import recon.load.CopyingRows;
import recon.workflow.Settings;

/** The door of the house: reads the command line, and starts Spring only for what needs the database. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class ReconApplication {

    public static void main(String[] args) {
        // Amounts, dates and messages are American English wherever the job runs.
        Locale.setDefault(Locale.US);
        logAsJsonWhereAsked(args);
        System.exit(commandLine(new SpringDatabase()).execute(args));
    }

    @Bean
    static CopyingRows copyingRows() {
        return new CopyingRows();
    }

    static CommandLine commandLine(Database database) {
        CommandLine commands = new CommandLine(new Recon());
        commands.addSubcommand(new ReconcileCommand(database))
                .addSubcommand(new InspectCommand())
                .addSubcommand(new RatesCommand())
                .addSubcommand(new StatusCommand(database))
                .addSubcommand(new CloseCommand(database))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new PurgeCommand(database));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        Failures failures = new Failures();
        commands.setParameterExceptionHandler(failures);
        commands.setExecutionExceptionHandler(failures);
        return commands;
    }

    /** The log is configured when its first line is written, which is before the options are parsed. */
    private static void logAsJsonWhereAsked(String[] args) {
        int option = Arrays.asList(args).indexOf(Recon.LOG_FORMAT);
        boolean json = option >= 0 && option + 1 < args.length && args[option + 1].equalsIgnoreCase("json")
                || Arrays.asList(args).contains(Recon.LOG_FORMAT + "=json");
        if (json) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
            System.setProperty("logging.config", "classpath:logback-json.xml");
        }
    }
}
