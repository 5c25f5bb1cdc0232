package recon.workflow;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the process is asked to end (SIGTERM, Ctrl-C) in the middle of a run: the steps stop at their next chunk, and the
 * process ends with the exit code that says that the same command goes on.
 */
final class GracefulStop {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private GracefulStop(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    waitForTheEnd();
                    LOG.warn("Stopped; the same command goes on from where it stopped");
                    // System.exit would wait for this very thread.
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
                },
                "graceful-stop");
    }

    /**
     * Does work that can be asked to stop.
     *
     * @param stop asks the work to end at its next chunk
     */
    static <T> T guarding(Runnable stop, Supplier<T> work) {
        GracefulStop graceful = new GracefulStop(stop);
        Runtime.getRuntime().addShutdownHook(graceful.hook);
        EarlyStop.end();
        try {
            return work.get();
        } finally {
            graceful.end();
        }
    }

    private void waitForTheEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, by this very hook, which waits for the run.
            ended.countDown();
        }
    }
}
