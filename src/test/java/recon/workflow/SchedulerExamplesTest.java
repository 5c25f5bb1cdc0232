package recon.workflow;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The examples for schedulers know each exit code, and try again what may be tried again. */
class SchedulerExamplesTest {

    private static final Path EXAMPLES = Path.of("src", "main", "schedulers");

    private static final EnumSet<ExitCode> TRIED_AGAIN =
            EnumSet.of(ExitCode.NO_INPUT, ExitCode.BUSY, ExitCode.INTERRUPTED);

    @Test
    void systemdKeepsFromTryingAgainAllButWhatMayBe() throws IOException {
        String service = Files.readString(EXAMPLES.resolve("recon96372.service"));

        assertThat(numbers(service, "RestartPreventExitStatus=(.+)"))
                .isEqualTo(codes(EnumSet.complementOf(with(ExitCode.DONE, ExitCode.REJECTED_ROWS))));
        assertThat(numbers(service, "SuccessExitStatus=(.+)")).isEqualTo(codes(EnumSet.of(ExitCode.REJECTED_ROWS)));
    }

    @Test
    void kubernetesFailsAtOnceForAllButWhatMayBeTriedAgain() throws IOException {
        String job = Files.readString(EXAMPLES.resolve("kubernetes.yaml"));

        assertThat(new Yaml().<Object>load(job)).isNotNull();
        assertThat(numbers(job, "values: \\[(.+?)]")).isEqualTo(codes(EnumSet.complementOf(with(ExitCode.DONE))));
    }

    @Test
    void controlMTriesAgainWhatMayBeAndGoesOnWhereRowsWereRejected() throws IOException {
        JsonNode job = new ObjectMapper()
                .readTree(Files.readString(EXAMPLES.resolve("control-m.json")))
                .at("/Recon96372/Reconcile");

        Set<Integer> again = new TreeSet<>();
        Set<Integer> wellEnded = new TreeSet<>();
        for (JsonNode condition : job) {
            for (JsonNode action : condition) {
                int code = condition.path("CompletionStatus").asInt(-1);
                switch (action.path("Type").asString("")) {
                    case "Action:Rerun" -> again.add(code);
                    case "Action:SetToOK" -> wellEnded.add(code);
                    default -> assertThat(action.path("Type").asString("")).isIn("", "Action:Mail");
                }
            }
        }
        assertThat(again).isEqualTo(codes(TRIED_AGAIN));
        assertThat(wellEnded).isEqualTo(codes(EnumSet.of(ExitCode.REJECTED_ROWS)));
    }

    private static EnumSet<ExitCode> with(ExitCode... others) {
        EnumSet<ExitCode> all = EnumSet.copyOf(TRIED_AGAIN);
        all.addAll(Arrays.asList(others));
        return all;
    }

    private static Set<Integer> codes(Set<ExitCode> exits) {
        return exits.stream().map(ExitCode::code).collect(toCollection(TreeSet::new));
    }

    private static Set<Integer> numbers(String text, String listed) {
        return Pattern.compile(listed)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(list ->
                        Stream.of(list.replaceAll("[^0-9]+", " ").strip().split(" ")))
                .map(Integer::valueOf)
                .collect(toCollection(TreeSet::new));
    }
}
