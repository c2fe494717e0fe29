package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.LongTask;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LongTasksTest {

    private final LongTasks tasks = new LongTasks();

    @Nested
    class GivenTasksOf49And50 {

        @Test
        void whenTheyAreCounted_thenOnly50IsLong() {
            tasks.add(new TimeSpan(0, 49));
            tasks.add(new TimeSpan(100, 150));

            assertThat(tasks.spans()).containsExactly(new TimeSpan(100, 150));
        }
    }

    @Nested
    class GivenTwoScriptsInOneTask {

        @Test
        void whenOneTakesMoreOfIt_thenTheTaskHasItsName() {
            tasks.add(new TimeSpan(100, 300));
            tasks.script(new TimeSpan(100, 130), "/small.js");
            tasks.script(new TimeSpan(130, 290), "/large.js");

            assertThat(tasks.named()).containsExactly(new LongTask(100, 200, Optional.of("/large.js")));
        }

        @Test
        void whenTheyAreOutside_thenTheTaskHasNoName() {
            tasks.add(new TimeSpan(100, 300));
            tasks.script(new TimeSpan(400, 500), "/later.js");

            assertThat(tasks.named()).containsExactly(new LongTask(100, 200, Optional.empty()));
        }
    }
}
