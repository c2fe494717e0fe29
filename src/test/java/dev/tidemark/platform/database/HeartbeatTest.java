package dev.tidemark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tidemark.platform.database.DatabaseStatus.State;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final AtomicInteger pings = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile Ping answer = () -> true;
    private final Heartbeat heartbeat = new Heartbeat(this::ping, (before, after) -> {}, Clock.systemUTC());

    @AfterEach
    void end() {
        release.countDown();
        heartbeat.end();
    }

    @Test
    void whenNothingWasAnsweredYet_thenItIsUnavailable() {
        assertThat(heartbeat.current().state()).isEqualTo(State.UNAVAILABLE);
        assertThat(heartbeat.current().lastReachable()).isEmpty();
    }

    @Test
    void whenThePingIsAnswered_thenItIsAvailable() {
        start();

        assertThat(heartbeat.fresh().lastReachable()).isPresent();
    }

    @Test
    void whenThePingFails_thenTheReasonIsKnown_andTheTimeOfTheLastAnswer() {
        start();
        answer = () -> {
            throw new SQLException("outer", new SQLException("Connection\n refused"));
        };
        await(State.UNAVAILABLE);

        assertThat(heartbeat.fresh().reason()).isEqualTo("Connection refused");
        assertThat(heartbeat.fresh().lastReachable()).isPresent();
    }

    @Test
    void whenTheDriverTimesOut_thenTheReasonIsThatThereWasNoResponse() {
        start();
        answer = () -> {
            throw new SQLException("outer", new SocketTimeoutException("Read timed out"));
        };
        await(State.UNAVAILABLE);

        assertThat(heartbeat.fresh().reason()).startsWith("no response for ");
    }

    @Test
    void whenItIsReadOnly_thenItSaysSo_andRecovers() {
        start();
        answer = () -> false;
        await(State.READ_ONLY);
        answer = () -> true;
        await(State.AVAILABLE);

        assertThat(heartbeat.current().reason()).isEmpty();
    }

    @Test
    void whenThePingIsNotAnswered_thenCallersDoNotWaitForIt() {
        start();
        answer = () -> {
            assertThatCode(release::await).doesNotThrowAnyException();
            return true;
        };
        await(State.UNAVAILABLE);
        long started = System.nanoTime();
        DatabaseStatus status = heartbeat.fresh();

        assertThat(status.reason()).startsWith("no response for ");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        release.countDown();
        await(State.AVAILABLE);
    }

    @Test
    void whenManyAsk_thenTheyShareAPing() {
        start();
        int before = pings.get();
        for (int n = 0; n < 1_000; n++) {
            heartbeat.fresh();
        }

        assertThat(pings.get() - before).isLessThan(900);
    }

    private boolean ping() throws SQLException {
        pings.incrementAndGet();
        return answer.isWritable();
    }

    private void start() {
        Thread thread = new Thread(heartbeat);
        thread.setDaemon(true);
        thread.start();
        await(State.AVAILABLE);
    }

    /** Within five seconds, asking as requests do. */
    private void await(State wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (heartbeat.fresh().state() != wanted && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(heartbeat.fresh().state()).isEqualTo(wanted);
    }
}
