package recon;

import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import recon.workflow.MonthEnd;

/** The database and the job, in a Spring context that lives as long as the work. */
final class SpringDatabase implements Database {

    @Override
    public <T> T with(Function<MonthEnd, T> work) {
        try (ConfigurableApplicationContext context = open()) {
            return work.apply(context.getBean(MonthEnd.class));
        }
    }

    private static ConfigurableApplicationContext open() {
        // A run that is asked to end goes on to its next chunk, which needs the database: so no hook may close it under
        // the run.
        SpringApplication application = new SpringApplicationBuilder(ReconApplication.class)
                .registerShutdownHook(false)
                .initializers(new DatabaseAccess())
                .logStartupInfo(false)
                .build();
        try {
            ConfigurableApplicationContext opened = application.run();
            DatabaseAccess.protect(opened);
            return opened;
        } catch (RuntimeException e) {
            throw DatabaseFailures.explain(e);
        }
    }
}
