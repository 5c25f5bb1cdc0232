package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuestionsTest {

    @Test
    @Timeout(20)
    void asManyQuestionsAsAskedForAreAnsweredAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        try (Questions questions = new Questions(2)) {
            Supplier<String> one = questions.ask(() -> meet(both, "one"));
            Supplier<String> two = questions.ask(() -> meet(both, "two"));

            assertThat(one.get() + " " + two.get()).isEqualTo("one two");
        }
    }

    private static String meet(CountDownLatch all, String answer) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    @Test
    void whatAQuestionThrewIsThrown() {
        try (Questions questions = new Questions(1)) {
            Supplier<String> refused = questions.ask(() -> {
                throw new StopException(ExitCode.UNREADABLE, "so it is");
            });

            assertThatThrownBy(refused::get).isInstanceOf(StopException.class).hasMessage("so it is");
        }
    }

    @Test
    @Timeout(20)
    void anAnswerThatIsBegunIsWaitedForAndNoFurtherOneBegun() {
        CountDownLatch begun = new CountDownLatch(2);
        List<String> answered = new CopyOnWriteArrayList<>();
        try (Questions questions = new Questions(1)) {
            questions.ask(() -> {
                begun.countDown();
                LockSupport.parkNanos(200_000_000);
                return answered.add("begun, interrupted: " + Thread.interrupted());
            });
            questions.ask(() -> answered.add("not begun"));
            meet(begun, "");
        }

        assertThat(answered).containsExactly("begun, interrupted: false");
    }
}
