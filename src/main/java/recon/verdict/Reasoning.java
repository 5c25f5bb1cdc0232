package recon.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic of a verdict, said twice from the same values: as sentences for a person and as a trace for a program. */
final class Reasoning {

    private static final int WHY_LENGTH = 4000;

    private final List<String> sentences = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();

    /** @param sentence not empty, without its full stop; it may begin in lower case */
    Reasoning say(String sentence) {
        sentences.add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
        return this;
    }

    Reasoning sayIf(@Nullable String sentence) {
        return sentence == null ? this : say(sentence);
    }

    Reasoning trace(String name, @Nullable Object value) {
        if (value != null) {
            trace.add(name + "=" + value);
        }
        return this;
    }

    String why() {
        String why = String.join(". ", sentences);
        return why.length() <= WHY_LENGTH ? why : why.substring(0, WHY_LENGTH - 3) + "...";
    }

    String trace() {
        return String.join("; ", trace);
    }
}
