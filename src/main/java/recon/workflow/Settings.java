package recon.workflow;

import org.jspecify.annotations.Nullable;
import recon.price.Tolerance;

record Settings(
        double maxRejectedPercent,
        Tolerance tolerance,
        int threads,
        @Nullable String workbookPassword,
        @Nullable String reportPassword) {}
