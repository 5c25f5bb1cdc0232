package recon.workflow;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the process is asked to end (SIGTERM, Ctrl-C) before the run has begun: nothing is to be finished, and the process
 * ends with the exit code that says that the same command goes on.
 */
public final class EarlyStop {

    private static @Nullable Thread hook;

    private EarlyStop() {}

    /** Does work in the course of which the run begins. */
    public static <T> T guarding(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private static synchronized void begin() {
        Thread halt = new Thread(() -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code()), "early-stop");
        Runtime.getRuntime().addShutdownHook(halt);
        hook = halt;
    }

    /** The run stops by itself from now on. */
    static synchronized void end() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // The process is ending by this very hook.
            }
            hook = null;
        }
    }
}
