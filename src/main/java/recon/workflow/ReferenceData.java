package recon.workflow;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerDirectory;
import recon.intake.Profiles;
import recon.price.*;

record ReferenceData(
        PayerDirectory payers,
        ExpectedRanges ranges,
        NeverTogether pairs,
        Clocks clocks,
        @Nullable Path drugs,
        Profiles profiles,
        String fingerprint) {
    static ReferenceData load(Path input, @Nullable Path rates, Settings settings) {
        throw new UnsupportedOperationException();
    }
}
