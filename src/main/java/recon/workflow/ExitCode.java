package recon.workflow;

/** What a scheduler reads of a run. */
public enum ExitCode {
    DONE(0, "done (findings or none)"),
    REJECTED_ROWS(10, "done, some rows rejected, below recon.max-rejected-percent"),
    NOT_TIED(20, "done, control totals do not tie: hold what comes after"),
    NO_INPUT(30, "an input folder is missing or empty, or a file is still being written: may be tried again"),
    UNREADABLE(31, "an input file cannot be read, or too many rows were rejected; nothing of this run is kept"),
    WRONG_SETUP(40, "options, configuration, reference data or rates are wrong"),
    BUSY(50, "another run of this database is at work"),
    CLOSED(51, "the month is closed"),
    INTERRUPTED(60, "failed part-way; the same command goes on from where it stopped"),
    UNEXPECTED(99, "unexpected");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** One line for {@code --help}. */
    public String meaning() {
        return meaning;
    }

    /** What the record of a complete run says of it. */
    String result() {
        return switch (this) {
            case DONE -> "done";
            case REJECTED_ROWS -> "rejected-rows";
            case NOT_TIED -> "not-tied";
            default -> throw new IllegalStateException("a complete run does not end with " + this);
        };
    }

    /** The constant with a number that a run recorded. */
    public static ExitCode of(int code) {
        for (ExitCode exit : values()) {
            if (exit.code == code) {
                return exit;
            }
        }
        return UNEXPECTED;
    }
}
