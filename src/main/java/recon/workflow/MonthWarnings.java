package recon.workflow;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recon.price.ExpectedAmount.Priced;
import recon.price.ExpectedRange;
import recon.price.ExpectedRanges;
import recon.verdict.FindingMapper;

/** The warnings that a run's workbooks and run page show. */
final class MonthWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(MonthWarnings.class);
    private static final int FILE_WARNINGS_TOLD = 5;
    private static final int LOCALITIES_TOLD = 5;
    private static final int ENDED_ROWS_TOLD = 5;
    private static final int STAND_INS_TOLD = 3;
    private static final int PAYERS_TOLD = 3;

    private final CurrentRun run;
    private final Mappers mappers;

    MonthWarnings(CurrentRun run, Mappers mappers) {
        this.run = run;
        this.mappers = mappers;
    }

    /** What is doubtful of that with which lines are compared; logged too. */
    List<String> ofRanges() {
        List<String> warnings = new ArrayList<>(run.reference().warnings(run.month()));
        String missing = missingLocalities();
        warnings.addAll(endedRows());
        if (missing != null) {
            warnings.add(missing);
        }
        warnings.addAll(linesWithoutSchedule());
        String ofUnknownClass = linesOfUnknownClass();
        if (ofUnknownClass != null) {
            warnings.add(ofUnknownClass);
        }
        warnings.forEach(warning -> LOG.warn("{}", warning));
        return warnings;
    }

    /** One sentence for each of the user's rows that lines are not compared with since it ended, and none of the user's followed it. */
    private List<String> endedRows() {
        ExpectedRanges ranges = run.reference().ranges();
        if (ranges.ending().stream().noneMatch(row -> row.effective().endsBefore(run.asOf()))) {
            return List.of();
        }
        List<String> sources = mappers.findings().rangeSourcesWith(run.id(), Priced.IN_PLACE_OF);
        List<String> ended = new ArrayList<>();
        for (ExpectedRange row : ranges.ending()) {
            String end = Priced.inPlaceOf(row);
            String standIns = sources.stream()
                    .filter(source -> source.endsWith(end))
                    .map(source -> source.substring(0, source.length() - end.length()))
                    .limit(STAND_INS_TOLD)
                    .collect(joining(" or "));
            if (!standIns.isEmpty()) {
                ended.add(ranges.endingInWords(row, standIns));
            }
        }
        List<String> told = new ArrayList<>(ended.subList(0, Math.min(ended.size(), ENDED_ROWS_TOLD)));
        if (ended.size() > told.size()) {
            told.add("%d more rows of expected-ranges have ended likewise: 'rates --month %s' names them."
                    .formatted(ended.size() - told.size(), run.month()));
        }
        return told;
    }

    /** Names the localities that lines state and that another area's amount stands in for; null where there are none. */
    private @Nullable String missingLocalities() {
        if (!run.reference().ranges().holdMedicareSchedule()) {
            return null;
        }
        List<String> localities = mappers.findings().rangeSourcesWith(run.id(), Priced.NO_FIGURES).stream()
                .map(MonthWarnings::missingLocality)
                .distinct()
                .sorted()
                .toList();
        return localities.isEmpty()
                ? null
                : "Medicare lines state localities that the schedule has no figures of, and are compared with what holds for any: %s%s. Load each locality's amount as a row of expected-ranges (kind schedule); until then such a line needs review where its amount differs."
                        .formatted(
                                localities.stream().limit(LOCALITIES_TOLD).collect(joining(", ")),
                                localities.size() > LOCALITIES_TOLD
                                        ? ", and %d more".formatted(localities.size() - LOCALITIES_TOLD)
                                        : "");
    }

    /** Counts the Medicare lines that have no amount since the schedule ends before them, begins after them or has a gap there. */
    private List<String> linesWithoutSchedule() {
        ExpectedRanges ranges = run.reference().ranges();
        if (!ranges.holdMedicareSchedule()) {
            return List.of();
        }
        Map<String, Long> linesByLack = new LinkedHashMap<>();
        for (FindingMapper.DayLines day : mappers.findings().medicareLinesWithoutRange(run.id())) {
            String lack = ranges.scheduleLackOn(day.serviceDate());
            if (lack != null) {
                linesByLack.merge(lack, day.lines(), Long::sum);
            }
        }
        return linesByLack.entrySet().stream()
                .map(lack -> ExpectedRanges.lackInWords(lack.getKey(), count(lack.getValue(), "Medicare line")))
                .toList();
    }

    /** Counts the lines that no range is found for since their payer's class is unknown, and says where it goes; null where none is. */
    private @Nullable String linesOfUnknownClass() {
        List<FindingMapper.PayerLines> payers = mappers.findings().linesOfUnknownClass(run.id());
        long lines = payers.stream().mapToLong(FindingMapper.PayerLines::lines).sum();
        return payers.isEmpty()
                ? null
                : "%s of %s cannot be compared with a range, nor is an amount at stake known, since the payer's class is unknown: %s%s. Give the payer_class in input/reference/payers.csv and run again."
                        .formatted(
                                count(lines, "line"),
                                count(payers.size(), "payer"),
                                payers.stream()
                                        .limit(PAYERS_TOLD)
                                        .map(FindingMapper.PayerLines::payer)
                                        .collect(joining(", ")),
                                payers.size() > PAYERS_TOLD
                                        ? ", and %d more".formatted(payers.size() - PAYERS_TOLD)
                                        : "");
    }

    private static String count(long number, String noun) {
        return String.format(Locale.US, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String missingLocality(String source) {
        String locality = source.substring(source.indexOf(Priced.NO_FIGURES) + Priced.NO_FIGURES.length());
        int end = locality.indexOf(Priced.IN_PLACE_OF);
        return end < 0 ? locality : locality.substring(0, end);
    }

    /** What files of earlier months no longer hold, what was found while lines were matched, and what was doubtful when files were read. */
    List<String> ofFiles() {
        List<String> warnings = new ArrayList<>(new Registration(mappers).withdrawn(run.run()));
        warnings.addAll(mappers.runs().warnings(run.id()));
        List<String> ofFiles = mappers.files().warnings(run.id());
        ofFiles.stream().limit(FILE_WARNINGS_TOLD).map(warning -> warning + ".").forEach(warnings::add);
        if (ofFiles.size() > FILE_WARNINGS_TOLD) {
            warnings.add(
                    "%d more warnings stand in the remarks of Files.".formatted(ofFiles.size() - FILE_WARNINGS_TOLD));
        }
        return warnings;
    }
}
