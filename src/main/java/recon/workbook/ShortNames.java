package recon.workbook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Long names as a small table or a chart shows them: with their start and their end, since names that begin alike differ there. A name
 * that would look like another one so is left whole.
 */
final class ShortNames {

    private static final String GAP = " … ";

    private final int most;

    /** How many names each shortened one stands for. */
    private final Map<String, Long> meanings;

    /** @param most characters of a short name */
    ShortNames(Collection<String> names, int most) {
        this.most = most;
        meanings = names.stream()
                .distinct()
                .collect(Collectors.groupingBy(name -> shortened(name, most), Collectors.counting()));
    }

    static ShortNames of(List<Charts.Bar> bars, int most) {
        return new ShortNames(bars.stream().map(Charts.Bar::label).toList(), most);
    }

    String of(String name) {
        String shortened = shortened(name, most);
        return meanings.getOrDefault(shortened, 1L) > 1 ? name : shortened;
    }

    private static String shortened(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        int kept = most - GAP.length();
        int start = (kept + 1) / 2;
        int end = name.length() - kept / 2;
        // half a character of two would be none
        start -= Character.isLowSurrogate(name.charAt(start)) ? 1 : 0;
        end += Character.isLowSurrogate(name.charAt(end)) ? 1 : 0;
        return name.substring(0, start).strip() + GAP + name.substring(end).strip();
    }
}
