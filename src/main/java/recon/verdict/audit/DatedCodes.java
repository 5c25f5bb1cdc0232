package recon.verdict.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.price.Effective;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

/**
 * A table by procedure code and date of service: columns {@code code}, {@code effective_from} and {@code effective_to} (inclusive,
 * blank for ever), and what each code means.
 *
 * @param <T> what a code means
 */
final class DatedCodes<T> {

    private record Entry<T>(String code, Effective effective, T value) {}

    private final Map<String, List<Entry<T>>> byCode;

    private DatedCodes(Map<String, List<Entry<T>>> byCode) {
        this.byCode = byCode;
    }

    /** @throws recon.price.ReferenceDataException if the table is malformed, or two of its rows overlap */
    static <T> DatedCodes<T> read(ReferenceTable table, Function<ReferenceRow, T> value) {
        List<Entry<T>> entries = table.readWithoutOverlap(
                row -> new Entry<>(code(row), row.effective(), value.apply(row)), Entry::code, "the same code");
        return new DatedCodes<>(entries.stream().collect(Collectors.groupingBy(Entry::code)));
    }

    private static String code(ReferenceRow row) {
        String code = row.text("code").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9]{5}")) {
            throw row.error("code", "the five characters of a CPT or HCPCS code");
        }
        return code;
    }

    /** This table and another; a code that the other lists has the other's rows instead of these. */
    DatedCodes<T> replacedBy(DatedCodes<T> other) {
        Map<String, List<Entry<T>>> both = new HashMap<>(byCode);
        both.putAll(other.byCode);
        return new DatedCodes<>(both);
    }

    /** What a code means on a date of service, or null where the table does not list it. */
    @Nullable
    T on(String code, LocalDate serviceDate) {
        for (Entry<T> entry : byCode.getOrDefault(code, List.of())) {
            if (entry.effective().holdsOn(serviceDate)) {
                return entry.value();
            }
        }
        return null;
    }
}
