package recon.verdict.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

/** Which payers want the national drug code on drug lines ({@code ndc.csv}), unless {@code payers.csv} says so of a payer. */
final class NdcWishes {

    /** A null component means any; {@code from} is the first date of service. */
    private record Wish(
            @Nullable PayerClass payerClass, @Nullable String payer, LocalDate from) {

        boolean isOf(PayerClass lineClass, String payerName, LocalDate serviceDate) {
            return (payerClass == null || payerClass == lineClass)
                    && (payer == null || payer.equalsIgnoreCase(payerName))
                    && !serviceDate.isBefore(from);
        }
    }

    private final List<Wish> wishes;

    private NdcWishes(List<Wish> wishes) {
        this.wishes = wishes;
    }

    static NdcWishes shipped() {
        ReferenceTable table =
                ReferenceTable.shipped("ndc.csv").requireColumns("payer_class", "payer", "effective_from", "source");
        List<Wish> wishes = new ArrayList<>();
        for (ReferenceRow row : table.rows()) {
            wishes.add(new Wish(
                    row.optionalPayerClass("payer_class"), row.optionalText("payer"), row.date("effective_from")));
        }
        return new NdcWishes(wishes);
    }

    boolean wantedBy(PayerDirectory.Payer payer, PayerClass payerClass, LocalDate serviceDate) {
        Boolean own = payer.entry() == null ? null : payer.entry().ndcRequired();
        return own == null ? wishes.stream().anyMatch(wish -> wish.isOf(payerClass, payer.name(), serviceDate)) : own;
    }
}
