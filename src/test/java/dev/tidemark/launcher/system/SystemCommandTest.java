package dev.tidemark.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are a shell's")
class SystemCommandTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Nested
    class GivenAProgramThatFails {
        @Test
        void whenRun_thenCodeAndOutputAreKept() {
            SystemCommand.Ended ended =
                    SystemCommand.of("sh", "-c", "echo no space; exit 3").run(LONG);

            assertThat(ended).isEqualTo(new SystemCommand.Ended(3, "no space"));
            assertThat(ended.succeeded()).isFalse();
        }
    }

    @Nested
    class GivenAProgramThatDoesNotEnd {
        @RepeatedTest(5)
        void whenTheTimeIsOver_thenItAndItsChildrenAreStopped() {
            SystemCommand.Ended ended =
                    SystemCommand.of("sh", "-c", "sleep 600 & echo $$ $!; wait").run(Duration.ofSeconds(1));

            assertThat(ended.succeeded()).isFalse();
            assertThat(Stream.of(ended.output().split(" ")).limit(2)).hasSize(2).allSatisfy(pid -> assertThat(
                            ProcessHandle.of(Long.parseLong(pid)))
                    .isEmpty());
        }
    }

    @Nested
    class GivenAProgramThatIsNotThere {
        @Test
        void whenRun_thenItHasFailed() {
            assertThat(SystemCommand.of("no-such-program-of-tidemark").run(LONG).succeeded())
                    .isFalse();
        }
    }

    @Nested
    class GivenAPrefix {
        @Test
        void whenRun_thenTheOtherRunsIt() {
            SystemCommand.Ended ended = SystemCommand.of("sh", "-c", "echo $TIDE")
                    .prefixedBy(List.of("env", "TIDE=high"))
                    .run(LONG);

            assertThat(ended.output()).isEqualTo("high");
        }
    }
}
