package recon.match;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.verdict.Verdict;

/** What statements spell, as the code has it. */
@Tag("database")
class SqlWordsTest {

    @Test
    void settledVerdictsAreThoseThatAreNotOpen() {
        assertThat(words("recon.load.LineColumns.settledVerdicts")).isEqualTo(verdicts(verdict -> !verdict.isOpen()));
    }

    @Test
    void verdictsByWhichSomethingIsRecoveredAreThoseThatAllowSome() {
        assertThat(words("recon.verdict.FindingMapper.verdictsThatAllowSome")).isEqualTo(verdicts(Verdict::allowsSome));
    }

    @Test
    void reasonsToTakeMoneyBackAreThoseByWhichPaymentsAreNetted() {
        assertThat(words("recon.match.HistoryMapper.takeBackReasons")).isEqualTo(NetPositions.TAKE_BACKS);
    }

    private static Set<String> verdicts(Predicate<Verdict> which) {
        return Stream.of(Verdict.values()).filter(which).map(Verdict::name).collect(toSet());
    }

    private static Set<String> words(String fragment) {
        try (TestDatabase database = DatabaseKind.H2.create()) {
            String sql = database.sessions()
                    .getConfiguration()
                    .getSqlFragments()
                    .get(fragment)
                    .getStringBody();
            return Pattern.compile("\\w+")
                    .matcher(sql)
                    .results()
                    .map(MatchResult::group)
                    .collect(toSet());
        }
    }
}
