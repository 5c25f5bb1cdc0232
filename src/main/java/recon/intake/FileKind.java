package recon.intake;

import java.util.Locale;

/** What a file's rows are, told by its columns and not by the folder it lies in. */
public enum FileKind {
    CLAIMS,
    REMITTANCES;

    /** As people, profiles and the folders name it: {@code claims}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a person should know of a file of this kind that lies below the folder of the other; its subject is left out. */
    public String liesBelow(FileKind folder) {
        return "lies below %s/ but is read as %s, which it is by its content: move it, or see that this is right"
                .formatted(folder.word(), word());
    }
}
