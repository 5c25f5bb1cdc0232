package recon.load;

import org.jspecify.annotations.Nullable;

/**
 * An input file of a run.
 *
 * @param ordinal from 1, in the order of names
 * @param copyOf the file of the same run that has the same content, so that this one is skipped; or null
 */
public record RunFile(
        long runId,
        int ordinal,
        long fileId,
        String name,
        long sizeBytes,
        @Nullable String copyOf) {}
