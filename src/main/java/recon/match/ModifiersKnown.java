package recon.match;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Modifiers;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.load.SourceFile;

/**
 * What the remittance files on file say of modifiers: where a file names none on any of its lines, it has no column for them, and a
 * payment in it may be of a service with any. An X12 835 has a place for them.
 */
public final class ModifiersKnown {

    private final Set<Long> naming;

    /** @param naming the files with a modifier on some line, as {@link MatchMapper#filesThatNameModifiers} gives them */
    public ModifiersKnown(Collection<Long> naming) {
        this.naming = Set.copyOf(naming);
    }

    /** Null where the line's file says nothing of its modifiers. */
    @Nullable
    Modifiers of(RemittanceLine line) {
        boolean known = !line.modifiers().isEmpty()
                || line.source().unit() == SourceRef.Unit.SEGMENT
                || naming.contains(SourceFile.ofLine(line.id()));
        return known ? line.modifiers() : null;
    }

    /** Whether two payment lines may be of services with the same modifiers. */
    boolean mayBeAlike(RemittanceLine line, RemittanceLine other) {
        Modifiers mine = of(line);
        Modifiers theirs = of(other);
        return mine == null || theirs == null || mine.sameSet(theirs);
    }
}
