package recon.match;

import recon.claim.ClaimLine;
import recon.claim.RemittanceLine;
import recon.load.SourceFile;

/** The file that a line came from. Its name alone does not tell it: next month's export is often called as last month's. */
record LinesFile(String name, long fileId) {

    static LinesFile of(ClaimLine line) {
        return new LinesFile(line.source().file(), SourceFile.ofLine(line.id()));
    }

    static LinesFile of(RemittanceLine line) {
        return new LinesFile(line.source().file(), SourceFile.ofLine(line.id()));
    }
}
