package recon.workflow;

/** Hears how far a run has come. Calls may come from several threads. */
public interface Progress {

    /**
     * A step begins.
     *
     * @param total how many items it has, or -1 where not known
     */
    default void begin(String step, long total) {}

    default void advance(long items) {}

    default void end() {}
}
