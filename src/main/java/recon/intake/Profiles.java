package recon.intake;

import java.nio.file.Path;

/** The layouts known by name: the shipped ones and the user's own. */
public final class Profiles {

    private Profiles() {}

    /**
     * The shipped profiles, and those of a folder before them.
     *
     * @param folder {@code input/reference/profiles}; need not exist
     * @throws IllegalArgumentException naming file and line, if a profile is malformed
     */
    public static Profiles in(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** A digest of everything that decides how files are read, so that a file is read again when that changes. */
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }
}
