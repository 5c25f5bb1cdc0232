package recon.file;

/** A file is refused as a whole. The message names file, place and remedy in one sentence and holds no cell's content. */
public class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param file path below its input folder
     * @param reason what is wrong and what to do: "is password-protected: save it without a password, or name the password file in
     *     recon.workbook-password-file"
     */
    public UnreadableFileException(String file, String reason) {
        super(file + ": " + reason);
    }

    public UnreadableFileException(String file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
