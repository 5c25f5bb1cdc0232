package recon.verdict.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerDirectory;
import recon.price.Clocks;
import recon.price.ExpectedRanges;
import recon.price.NeverTogether;
import recon.price.Pricer;

/** What the rules know beside the line that they look at. */
public final class AuditKnowledge {

    final PayerDirectory payers;
    final NeverTogether pairs;
    final Clocks clocks;
    final Pricer pricer;
    final Drugs drugs;
    final Services services = Services.shipped();
    final PartingModifiers modifiers = PartingModifiers.shipped();
    final UnitLimits unitLimits = UnitLimits.shipped();
    final NdcWishes ndcWishes = NdcWishes.shipped();

    /**
     * @param drugs the user's {@code drugs.csv}, or null
     * @throws recon.price.ReferenceDataException if it is malformed
     */
    public AuditKnowledge(
            PayerDirectory payers, NeverTogether pairs, Clocks clocks, ExpectedRanges ranges, @Nullable Path drugs) {
        this.payers = payers;
        this.pairs = pairs;
        this.clocks = clocks;
        this.pricer = new Pricer(ranges, pairs);
        this.drugs = Drugs.load(drugs);
    }
}
