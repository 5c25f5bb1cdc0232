package recon.claim;

import java.util.Locale;

/** What a file's rows are: told by its columns and, where these would do for both, by the folder it lies in. */
public enum FileKind {
    CLAIMS,
    REMITTANCES;

    /** As people, profiles, the reports and the folders name it: {@code claims}. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a person should know of a file of this kind that lies below the folder of the other; its subject is left out. */
    public String liesBelow(FileKind folder) {
        return "lies below %s/ but is read as %s, which it is by its content: move it, or see that this is right"
                .formatted(folder.inWords(), inWords());
    }
}
