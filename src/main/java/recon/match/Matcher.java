package recon.match;

import java.util.List;
import recon.claim.PayerDirectory;

/** Assigns the payments of one claim to its lines. */
public final class Matcher {

    public Matcher(PayerDirectory payers) {}

    /** One match for each payment of the group, in its order. */
    public List<PaymentMatch> match(MatchGroup group) {
        throw new UnsupportedOperationException();
    }
}
