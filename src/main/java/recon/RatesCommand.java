package recon;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.price.Effective;
import recon.price.ExpectedRange;
import recon.workflow.ReferenceData;
import recon.workflow.Settings;

/** Shows what lines are compared with. */
@Command(name = "rates", description = "Shows the expected ranges in force, per unit, each with its source.")
final class RatesCommand implements Callable<Integer> {

    private static final String ROW = "%-9s %17s  %-10s %-30s %s%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = MonthOption.class,
            description = "only what is in force for services of this month")
    private @Nullable YearMonth month;

    @Option(names = "--input", paramLabel = "DIR", description = "holds reference/ (default: input)")
    private Path input = Path.of("input");

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "ranges in the place of reference/expected-ranges.csv")
    private @Nullable Path rates;

    @Override
    public Integer call() {
        ReferenceData reference = ReferenceData.load(input, rates, Settings.load());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "Kind", "per unit", "Class", "For", "Source");
        for (ExpectedRange range : reference.ranges().all()) {
            if (isInForce(range)) {
                out.printf(
                        ROW,
                        range.kind().label(),
                        range.low().inWords() + " - " + range.high().inWords(),
                        range.payerClass() == null ? "any" : range.payerClass().label(),
                        keys(range),
                        range.source() + " (" + range.place() + ")");
            }
        }
        out.println();
        Stream.of(
                        reference.warnings(month),
                        reference.ranges().scheduleLacks(month),
                        reference.ranges().endings(month))
                .flatMap(List::stream)
                .forEach(warning -> out.println("Warning: " + warning));
        out.println("A contract outranks a schedule, a schedule outranks a range; then the row with more keys.");
        out.flush();
        return 0;
    }

    private boolean isInForce(ExpectedRange range) {
        return month == null
                || !range.effective().startsAfter(month.atEndOfMonth())
                        && !range.effective().endsBefore(month.atDay(1));
    }

    private static String keys(ExpectedRange range) {
        List<String> keys =
                new ArrayList<>(Stream.of(range.payerName(), range.state(), range.locality(), range.credential())
                        .filter(Objects::nonNull)
                        .toList());
        if (range.placeGroup() != null) {
            keys.add(range.placeGroup().label());
        }
        if (!range.effective().equals(Effective.ALWAYS)) {
            keys.add(date(range.effective().from()) + ".."
                    + date(range.effective().to()));
        }
        return keys.isEmpty() ? "any" : String.join(", ", keys);
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
