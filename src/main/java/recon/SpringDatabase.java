package recon;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import recon.workflow.ExitCode;
import recon.workflow.MonthEnd;
import recon.workflow.StopException;

/** The database and the job, in a Spring context that lives as long as the work. */
final class SpringDatabase implements Database {

    @Override
    public <T> T with(Function<MonthEnd, T> work) {
        ConfigurableApplicationContext opened = open();
        try (opened) {
            return work.apply(opened.getBean(MonthEnd.class));
        } catch (RuntimeException e) {
            throw DatabaseFailures.isOfRights(e) ? DatabaseFailures.explain(e) : e;
        } finally {
            // A purge has the file written anew, and an error has a trace written.
            DatabaseAccess.protect(opened);
        }
    }

    private static ConfigurableApplicationContext open() {
        // A run that is asked to end goes on to its next chunk, which needs the database: so no hook may close it under
        // the run.
        DatabaseAccess access = new DatabaseAccess();
        SpringApplication application = new SpringApplicationBuilder(ReconApplication.class)
                .registerShutdownHook(false)
                .initializers(access)
                .logStartupInfo(false)
                .build();
        try {
            ConfigurableApplicationContext opened = application.run();
            DatabaseAccess.protect(opened);
            refuseOtherCharacters(opened);
            return opened;
        } catch (RuntimeException e) {
            if (DatabaseFailures.isOfFile(e)) {
                access.discardNew();
            }
            throw DatabaseFailures.explain(e);
        }
    }

    /** A server that keeps letters in fewer than all characters refuses the first name that needs another, each time anew. */
    private static void refuseOtherCharacters(ConfigurableApplicationContext opened) {
        if (!DatabaseAccess.isPostgresql(opened)) {
            return;
        }
        String encoding =
                new JdbcTemplate(opened.getBean(DataSource.class)).queryForObject("show server_encoding", String.class);
        if (!"UTF8".equals(encoding)) {
            opened.close();
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "the database keeps its texts in %s, which has not all letters of names: create it with encoding 'UTF8', and name that in RECON_DB_URL"
                            .formatted(encoding));
        }
    }
}
