package recon.workbook;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.price.ExpectedRange;
import recon.verdict.Finding;

/** Says for which payer classes and payers the expected range, rather than what the payer allows, is the outlier. */
final class RangeSuspects {

    private static final int MOST_NAMED = 5;

    private static final AllowedRates NONE = new AllowedRates();

    private final Map<PayerClass, AllowedRates> byClass = new EnumMap<>(PayerClass.class);
    private final Map<PayerKey, AllowedRates> byPayer = new TreeMap<>();

    void add(Finding finding) {
        byClass.computeIfAbsent(finding.subject().payerClass(), c -> new AllowedRates())
                .add(finding);
        byPayer.computeIfAbsent(PayerKey.of(finding), p -> new AllowedRates()).add(finding);
    }

    /** A payer's allowed amounts; none where it has no finding. */
    AllowedRates of(PayerKey payer) {
        return byPayer.getOrDefault(payer, NONE);
    }

    private AllowedRates of(PayerClass payerClass) {
        return byClass.getOrDefault(payerClass, NONE);
    }

    /**
     * Whether a payer's range is suspect by its own lines, or by its class's where nearly all of its own, be they ever so few, lie
     * outside on the same side.
     */
    boolean isSuspect(PayerKey payer) {
        AllowedRates own = of(payer);
        return own.isRangeSuspect() || isSuspect(payer.payerClass()) && own.side() == sideOf(payer.payerClass());
    }

    boolean isSuspect(PayerClass payerClass) {
        return of(payerClass).isRangeSuspect();
    }

    private AllowedRates.@Nullable Side sideOf(PayerClass payerClass) {
        return of(payerClass).side();
    }

    /**
     * A sentence that names the rows whose payer no line bears, since such a name may be misspelt; null where each has a line, or had
     * ended before the month.
     */
    @Nullable
    String unmet(List<ExpectedRange> ranges, YearMonth month) {
        Set<String> met = byPayer.keySet().stream()
                .map(key -> new PayerDirectory.Payer(key.payer(), null).key())
                .collect(Collectors.toSet());
        List<String> unmet = ranges.stream()
                .filter(range ->
                        range.payer() != null && !met.contains(range.payer().key()))
                .filter(range -> !range.effective().endsBefore(month.atDay(1)))
                .map(range -> "%s '%s'".formatted(range.place(), range.payerName()))
                .sorted()
                .toList();
        return unmet.isEmpty()
                ? null
                : "No line is of the payer of %s%s: if that payer has lines, write its name as they do."
                        .formatted(
                                unmet.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                                unmet.size() > MOST_NAMED
                                        ? ", and of %d more".formatted(unmet.size() - MOST_NAMED)
                                        : "");
    }

    /** One sentence for each suspect class, and for each suspect payer of a class that is not suspect as a whole. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        byClass.forEach((payerClass, rates) -> {
            if (rates.isRangeSuspect()) {
                warnings.add("Range suspect: %s (payer class). %s".formatted(payerClass.label(), rates.inWords()));
            }
        });
        byPayer.forEach((payer, rates) -> {
            if (rates.isRangeSuspect() && !isSuspect(payer.payerClass())) {
                warnings.add("Range suspect: %s (%s). %s"
                        .formatted(payer.payer(), payer.payerClass().label(), rates.inWords()));
            }
        });
        return warnings;
    }
}
