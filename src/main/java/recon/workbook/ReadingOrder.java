package recon.workbook;

import java.util.Comparator;

/** The order in which a person looks for a text: whatever the case of its letters; texts that differ by case alone stand side by side. */
final class ReadingOrder {

    static final Comparator<String> OF_TEXTS = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private ReadingOrder() {}
}
