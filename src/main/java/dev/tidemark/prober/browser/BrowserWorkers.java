package dev.tidemark.prober.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thread per browser, which creates, uses and closes it. These are not managed threads of the container, as Playwright
 * objects are confined to the thread that created them and live as long as the application.
 */
final class BrowserWorkers implements AutoCloseable {

    private final BlockingQueue<Function<BrowserWorker, Runnable>> tasks = new LinkedBlockingQueue<>();
    private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed;

    BrowserWorkers(int count, Supplier<BrowserWorker> slots) {
        closed = new CountDownLatch(count);
        ClassLoader application = BrowserWorkers.class.getClassLoader();
        for (int n = 1; n <= count; n++) {
            Thread thread = new Thread(() -> workLoop(slots), "tidemark-browser-" + n);
            thread.setContextClassLoader(application);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits for a free browser and for the end of the task; throws when the browsers are closed before. */
    <T> T run(Function<BrowserWorker, T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        waiting.add(result);
        result.whenComplete((value, failure) -> waiting.remove(result));
        tasks.add(slot -> {
            try {
                T value = task.apply(slot);
                return () -> result.complete(value);
            } catch (RuntimeException | Error failed) {
                return () -> result.completeExceptionally(failed);
            }
        });
        return result.join();
    }

    private void workLoop(Supplier<BrowserWorker> slots) {
        try (BrowserWorker slot = slots.get()) {
            while (!Thread.currentThread().isInterrupted()) {
                tasks.take().apply(slot).run();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            if (!closed.await(10, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "Browsers did not close within 10 s; the Playwright driver terminates them with the server");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.forEach(one -> one.completeExceptionally(new IllegalStateException("The browsers were shut down")));
        }
    }
}
