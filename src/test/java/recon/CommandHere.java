package recon;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The product's command line in the process of the tests, which is warm: for what the start and the end of a process add nothing to. */
public final class CommandHere {

    private CommandHere() {}

    public record Result(int exit, String out, String err) {}

    /** @param environment by variable; those that {@code application.yaml} names reach the product, since properties do */
    public static synchronized Result run(Map<String, String> environment, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        Locale.setDefault(Locale.US);
        environment.forEach(System::setProperty);
        try {
            int exit = ReconApplication.commandLine(new SpringDatabase(), false).execute(arguments);
            return new Result(exit, written.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            environment.keySet().forEach(System::clearProperty);
            Locale.setDefault(locale);
            System.setOut(out);
            System.setErr(err);
        }
    }
}
