package dev.tidemark.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are a shell's")
class CommandTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Nested
    class GivenAProgramThatFails {
        @Test
        void whenRun_thenCodeAndOutputAreKept() {
            Command.Ended ended = Command.of("sh", "-c", "echo no room; exit 3").run(LONG);

            assertThat(ended).isEqualTo(new Command.Ended(3, "no room"));
            assertThat(ended.well()).isFalse();
        }
    }

    @Nested
    class GivenAProgramThatDoesNotEnd {
        @Test
        void whenTheTimeIsOver_thenItAndItsChildrenAreStopped() {
            Command.Ended ended =
                    Command.of("sh", "-c", "echo $$; sleep 600; true").run(Duration.ofSeconds(3));

            long shell = Long.parseLong(ended.output().split("\\D")[0]);
            assertThat(ended.well()).isFalse();
            assertThat(ProcessHandle.of(shell).filter(ProcessHandle::isAlive).flatMap(p -> p.children()
                            .findAny()))
                    .isEmpty();
        }
    }

    @Nested
    class GivenAProgramThatIsNotThere {
        @Test
        void whenRun_thenItHasFailed() {
            assertThat(Command.of("no-such-program-of-tidemark").run(LONG).well())
                    .isFalse();
        }
    }

    @Nested
    class GivenAnotherProgramInFront {
        @Test
        void whenRun_thenTheOtherRunsIt() {
            Command.Ended ended = Command.of("sh", "-c", "echo $TIDE")
                    .after(List.of("env", "TIDE=high"))
                    .run(LONG);

            assertThat(ended.output()).isEqualTo("high");
        }
    }
}
