package recon.verdict;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerDirectory;
import recon.claim.ProviderAdjustment;
import recon.load.MatchKeys;
import recon.match.HistoryMapper;
import recon.match.HistoryMapper.NamedClaim;

/** The provider-level adjustments (X12 PLB) that a month is the first to tell of: its own, and those of earlier months found late. */
public final class ToldAdjustments {

    private final ProviderAdjustmentReasons reasons = ProviderAdjustmentReasons.shipped();
    private final HistoryMapper histories;
    private final PayerDirectory payers;
    private final long runId;
    private final YearMonth month;

    /** Of each payer: what is told again by another transaction is told once. */
    private final Set<List<Object>> told = new HashSet<>();

    public ToldAdjustments(HistoryMapper histories, PayerDirectory payers, long runId, YearMonth month) {
        this.histories = histories;
        this.payers = payers;
        this.runId = runId;
        this.month = month;
    }

    /** Those of one file, in its order, as far as no file before has told of them. */
    public void ofFile(long fileId, Consumer<ToldAdjustment> consumer) {
        List<ProviderAdjustment> adjustments = histories.providerAdjustments(runId, fileId, month.atEndOfMonth());
        Map<String, List<NamedClaim>> claims = claims(adjustments);
        for (ProviderAdjustment adjustment : adjustments) {
            PayerDirectory.Payer payer = payers.find(adjustment.payer(), null);
            if (!told.add(List.of(payer.key(), adjustment.content()))) {
                continue;
            }
            LocalDate checkDate = adjustment.checkDate();
            consumer.accept(new ToldAdjustment(
                    adjustment,
                    payer.name(),
                    reasons.meaning(adjustment.reason()),
                    claim(adjustment, claims),
                    checkDate != null && checkDate.isBefore(month.atDay(1))));
        }
    }

    private Map<String, List<NamedClaim>> claims(List<ProviderAdjustment> adjustments) {
        List<String> keys = adjustments.stream()
                .map(adjustment -> MatchKeys.ofNullable(adjustment.reference()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return keys.isEmpty()
                ? Map.of()
                : histories.claimsNamed(runId, keys).stream().collect(groupingBy(NamedClaim::payerClaimKey));
    }

    /** A payer's claim number names one of that payer's claims. */
    private @Nullable String claim(ProviderAdjustment adjustment, Map<String, List<NamedClaim>> claims) {
        PayerDirectory.Payer payer = payers.find(adjustment.payer(), null);
        List<String> named =
                claims.getOrDefault(String.valueOf(MatchKeys.ofNullable(adjustment.reference())), List.of()).stream()
                        .filter(claim -> payer.mayBe(payers.find(claim.payer(), claim.payerId())))
                        .map(NamedClaim::claim)
                        .distinct()
                        .toList();
        return named.size() == 1 ? named.get(0) : null;
    }
}
