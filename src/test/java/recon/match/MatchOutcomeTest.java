package recon.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MatchOutcomeTest {

    /** {@code outcome = 'X'} or {@code outcome in ('X', 'Y')}. */
    private static final Pattern COMPARED = Pattern.compile("\\boutcome (?:= |in \\()('\\w+'(?:, '\\w+')*)");

    @Test
    void theStatementsNameTheOutcomesAndNoOther() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path statements : statements()) {
            for (MatchResult compared :
                    COMPARED.matcher(Files.readString(statements)).results().toList()) {
                named.addAll(List.of(compared.group(1).replace("'", "").split(", ")));
            }
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MatchOutcome.values()).map(Enum::name).toList());
    }

    private static List<Path> statements() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/recon"))) {
            return files.filter(file -> file.toString().endsWith("Mapper.xml")).toList();
        }
    }
}
