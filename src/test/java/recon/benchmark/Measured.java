package recon.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What a process took.
 *
 * @param cpuSeconds user and system time of all its threads
 * @param peakMebibytes the most memory that was resident at once, or null where the system does not tell
 */
record Measured(
        double cpuSeconds, double wallSeconds, @Nullable Double peakMebibytes) {}
