package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReaperThreadsTest {

    @Test
    void whenAProgramIsRun_thenNoThreadKeepsTheClassLoaderOfTheApplication() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
            thread.setContextClassLoader(application);
            try {
                for (int n = 0; n < 3; n++) {
                    new HostCommand(List.of("true"), Map.of()).run(Duration.ofSeconds(10));
                }
            } finally {
                assertThat(thread.getContextClassLoader()).isSameAs(application);
                thread.setContextClassLoader(before);
            }

            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(one -> one.getContextClassLoader() == application);
        }
    }
}
