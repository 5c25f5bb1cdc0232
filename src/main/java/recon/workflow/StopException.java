package recon.workflow;

/** A run cannot go on. The message is one line for a person: place, what is wrong, what to do; no patient data. */
public final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    public StopException(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
    }

    public StopException(ExitCode exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    public ExitCode exit() {
        return exit;
    }
}
