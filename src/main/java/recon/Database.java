package recon;

import java.util.function.Function;
import recon.workflow.MonthEnd;

/** Where commands find the job and what it has on file. */
interface Database {

    /**
     * Opens the database for one piece of work and closes it.
     *
     * @throws recon.workflow.StopException where it cannot be opened
     */
    <T> T with(Function<MonthEnd, T> work);
}
