package recon.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Questions to the database that are answered side by side, each over a connection of its own: they see what is committed. */
final class Questions implements AutoCloseable {

    private final ExecutorService threads;
    private final List<CompletableFuture<?>> answers = new ArrayList<>();

    /** @param atOnce how many questions are at work at once */
    Questions(int atOnce) {
        this.threads = Executors.newFixedThreadPool(atOnce, new CustomizableThreadFactory("questions-"));
    }

    /** Begins to answer a question as soon as a thread is free; what is returned waits for the answer, and throws what it threw. */
    <T> Supplier<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, threads);
        answers.add(answer);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    /** Begins no further answer, and waits for those that are begun: a thread must not be interrupted while H2 reads its file. */
    @Override
    public void close() {
        answers.forEach(answer -> answer.cancel(false));
        threads.shutdown();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
