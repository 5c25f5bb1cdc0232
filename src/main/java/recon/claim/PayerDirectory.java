package recon.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names and ids mean which payer ({@code payers.csv}, the user's rows before the shipped ones).
 */
public final class PayerDirectory {

    /** What stands before the id of a payer of which no name is known. */
    private static final String NAMELESS = "payer id ";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<Entry> entries;
    private final Map<String, Payer> known = new ConcurrentHashMap<>();

    /**
     * @param payer the name that reports show, or null where it stays as the file writes it
     * @param namePattern a regular expression found within the upper-case name, as it is written or as its {@link Payer#key}, or null
     * @param payerId the payer's id, or null
     * @param payerClass the class that this payer's lines have, or null where the entry does not say
     * @param practitionerPercent what nurse practitioners, physician assistants and clinical nurse specialists are paid of the rate
     *     under their own number, or null where the class's rule holds
     * @param appealDays days from the check date within which an appeal must be sent, or null where the class's rule holds
     * @param filingDays days from the service date within which a claim must be sent, or null where the class's rule holds
     * @param ndcRequired whether it wants the national drug code on drug lines, or null where {@code ndc.csv} is to say
     */
    public record Entry(
            @Nullable String payer,
            @Nullable Pattern namePattern,
            @Nullable String payerId,
            @Nullable PayerClass payerClass,
            @Nullable Integer practitionerPercent,
            @Nullable Integer appealDays,
            @Nullable Integer filingDays,
            @Nullable Boolean ndcRequired) {}

    /**
     * A payer as this run knows it.
     *
     * @param name as the directory shows it, else as the file writes it
     * @param entry null for one that the directory does not list
     * @param key the name's letters and digits in upper case, a blank for whatever stands between them: {@code Alpha-Health} and
     *     {@code ALPHA  HEALTH.} are one payer
     */
    public record Payer(String name, @Nullable Entry entry, String key) {
        public static final Payer NOT_STATED = new Payer("(not stated)", null);

        public Payer(String name, @Nullable Entry entry) {
            this(name, entry, keyOf(name));
        }

        public boolean isSameAs(Payer other) {
            return key.equals(other.key);
        }

        /** Whether both may be one payer: they are, or one of them is not stated. */
        public boolean mayBe(Payer other) {
            return isSameAs(other) || equals(NOT_STATED) || other.equals(NOT_STATED);
        }

        /** The class that the directory knows of it, or null. */
        public @Nullable PayerClass knownClass() {
            return entry == null ? null : entry.payerClass();
        }

        /** Whether the directory knows both, as payers of two classes. */
        public boolean isOfAnotherClass(Payer other) {
            PayerClass one = knownClass();
            PayerClass another = other.knownClass();
            return one != null && another != null && one != another;
        }

        /**
         * Whether the two are certainly not one payer: the directory knows them as of two classes; or both have names that do not begin
         * with one word, as {@code ACME} and {@code ACME HEALTH PLAN} do, and that no one row of the directory is found for.
         */
        public boolean isAnother(Payer other) {
            return !mayBe(other)
                    && (isOfAnotherClass(other)
                            || isNamed()
                                    && other.isNamed()
                                    && !(entry != null && entry.equals(other.entry))
                                    && !firstWord().equals(other.firstWord()));
        }

        private boolean isNamed() {
            return !name.startsWith(NAMELESS);
        }

        private String firstWord() {
            return key.split(" ", 2)[0];
        }

        static String keyOf(String name) {
            String key = BETWEEN_WORDS
                    .matcher(name.toUpperCase(Locale.ROOT))
                    .replaceAll(" ")
                    .strip();
            return key.isEmpty() ? name.strip() : key;
        }
    }

    /** @param entries tried in order; the first that fits names the payer */
    public PayerDirectory(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The payer that a claim line names. */
    public Payer of(ClaimLine line) {
        return find(line.payer(), line.payerId());
    }

    /** The payer that a payment line names. */
    public Payer of(RemittanceLine line) {
        return find(line.payer(), line.payerId());
    }

    /** The payer that a name or an id, as a file writes them, stands for. The name speaks first. */
    public Payer find(@Nullable String name, @Nullable String payerId) {
        if (name == null && payerId == null) {
            return Payer.NOT_STATED;
        }
        return known.computeIfAbsent(name + "\n" + payerId, key -> search(name, payerId));
    }

    private Payer search(@Nullable String name, @Nullable String payerId) {
        String upper = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        String key = Payer.keyOf(upper);
        for (Entry entry : entries) {
            boolean named = entry.payer() != null && key.equals(Payer.keyOf(entry.payer()))
                    || entry.namePattern() != null
                            && (isFound(entry.namePattern(), upper) || isFound(entry.namePattern(), key));
            if (named && !upper.isEmpty()) {
                return new Payer(shown(entry, name, payerId), entry);
            }
        }
        for (Entry entry : entries) {
            if (payerId != null && payerId.equalsIgnoreCase(entry.payerId())) {
                return new Payer(shown(entry, name, payerId), entry);
            }
        }
        return new Payer(shown(null, name, payerId), null);
    }

    private static boolean isFound(Pattern pattern, String name) {
        return pattern.matcher(name).find();
    }

    private static String shown(@Nullable Entry entry, @Nullable String name, @Nullable String payerId) {
        if (entry != null && entry.payer() != null) {
            return entry.payer();
        }
        return name == null || name.isBlank() ? NAMELESS + payerId : name.strip();
    }

    /** The payer class of a claim line that no payer has answered. */
    public PayerClass classOf(ClaimLine line) {
        return classOf(of(line), Arrays.asList(line.statedClass()), Arrays.asList(line.filingClass()));
    }

    /**
     * The payer class of a line: what its remittance states, else what its claim states, else what the directory knows, else what
     * the X12 filing code implies.
     *
     * @param stated classes stated by the remittance and the claim, in this order, null where not stated
     * @param filing classes implied by filing codes, in the same order
     */
    public static PayerClass classOf(
            Payer payer, List<@Nullable PayerClass> stated, List<@Nullable PayerClass> filing) {
        List<@Nullable PayerClass> inOrder = new ArrayList<>(stated);
        inOrder.add(payer.knownClass());
        inOrder.addAll(filing);
        for (PayerClass payerClass : inOrder) {
            if (payerClass != null && payerClass != PayerClass.UNKNOWN) {
                return payerClass;
            }
        }
        return PayerClass.UNKNOWN;
    }
}
