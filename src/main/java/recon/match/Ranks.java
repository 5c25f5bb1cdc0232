package recon.match;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.GroupCode;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;

/**
 * In which order payers answer for a claim line (X12 CLP02: 1, 19 primary; 2, 20 secondary; 3, 21 tertiary). A status without a rank
 * (denied, reversal) or none has the rank that its payer has elsewhere on the line. Failing that, a payer that adjusts for a prior one
 * (OA-23) is second, and any other is first.
 */
final class Ranks {

    static final int PRIMARY = 1;
    private static final int SECONDARY = 2;

    private static final Map<String, Integer> BY_STATUS =
            Map.of("1", PRIMARY, "19", PRIMARY, "2", SECONDARY, "20", SECONDARY, "3", 3, "21", 3);

    private final PayerDirectory payers;
    private final Map<String, Integer> byPayer = new HashMap<>();

    Ranks(LineHistory history, PayerDirectory payers) {
        this.payers = payers;
        for (MatchedPayment event : history.events()) {
            Integer rank = stated(event.line());
            if (rank != null) {
                byPayer.merge(payer(event.line()), rank, Math::min);
            }
        }
    }

    int of(RemittanceLine line) {
        Integer stated = stated(line);
        if (stated != null) {
            return stated;
        }
        Integer elsewhere = byPayer.get(payer(line));
        return elsewhere != null ? elsewhere : followsAnother(line) ? SECONDARY : PRIMARY;
    }

    private static @Nullable Integer stated(RemittanceLine line) {
        return line.claimStatus() == null ? null : BY_STATUS.get(line.claimStatus());
    }

    /** Whether its payer says that another payer comes before it, by its status or by what it adjusts. */
    static boolean comesAfterAnother(RemittanceLine line) {
        Integer stated = stated(line);
        return stated != null ? stated > PRIMARY : followsAnother(line);
    }

    /** Whether its payer adjusts for what another payer did before it. */
    private static boolean followsAnother(RemittanceLine line) {
        return line.adjustments().stream().anyMatch(adjustment -> adjustment.is(GroupCode.OA, "23"));
    }

    private String payer(RemittanceLine line) {
        return payers.find(line.payer(), line.payerId()).key();
    }
}
