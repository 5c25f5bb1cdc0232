package recon.file;

/** A file is protected by a password, and not opened by the one that is given, if any. */
public final class LockedFileException extends UnreadableFileException {
    private static final long serialVersionUID = 1L;

    LockedFileException(String file, String reason) {
        super(file, reason);
    }
}
