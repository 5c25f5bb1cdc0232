package recon.intake;

/** What a file's rows are, told by its columns and not by the folder it lies in. */
public enum FileKind {
    CLAIMS,
    REMITTANCES
}
