package recon;

import java.io.Console;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recon.workflow.Progress;

/** How far a run has come: a bar with rows per second and time left on a terminal, a line in the log now and then elsewhere. */
final class ConsoleProgress implements Progress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleProgress.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final boolean terminal;
    private final AtomicLong done = new AtomicLong();
    private @Nullable ProgressBar bar;
    private String step = "";
    private long total;
    private long lastLineAt;

    private ConsoleProgress(boolean terminal) {
        this.terminal = terminal;
    }

    static ConsoleProgress open() {
        return new ConsoleProgress(isTerminal());
    }

    /** From JDK 22 on there is a console object without a terminal, too; it tells the two apart. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public synchronized void begin(String name, long items) {
        end();
        step = name;
        total = items;
        done.set(0);
        lastLineAt = System.nanoTime();
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(items)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .showSpeed()
                    .build();
        } else {
            LOG.info("{}", name);
        }
    }

    @Override
    public void advance(long items) {
        long now = done.addAndGet(items);
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepBy(items);
        } else {
            line(now);
        }
    }

    private synchronized void line(long now) {
        if (System.nanoTime() - lastLineAt >= BETWEEN_LINES.toNanos()) {
            lastLineAt = System.nanoTime();
            LOG.info("{}: {}{}", step, now, total < 0 ? "" : " of " + total);
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
