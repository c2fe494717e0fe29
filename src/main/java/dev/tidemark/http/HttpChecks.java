package dev.tidemark.http;

import dev.tidemark.evidence.MaskedSample;
import dev.tidemark.evidence.Secrets;
import dev.tidemark.gateway.ConnectionFact;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.Passage;
import dev.tidemark.gateway.PassageSettings;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Warning;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The door to checking without a browser. Never throws for what a server does. Its one event loop is its own thread, as in the gateway. */
@ApplicationScoped
public class HttpChecks implements AutoCloseable {

    private static final Engine ENGINE = new Engine("HTTP check", "", "");

    private final Gateway gateway;
    private final Clock clock;
    private final EventLoopGroup loops;

    protected HttpChecks() {
        this.gateway = null;
        this.clock = null;
        this.loops = null;
    }

    @Inject
    public HttpChecks(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
        this.loops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("tidemark-http", true), NioIoHandler.newFactory());
    }

    /** Asks as often as the probe says; its target must be a {@link Target.Http}. */
    public RunResult run(Probe probe) {
        Question question = new Question((Target.Http) probe.target(), probe.visit());
        Secrets secrets = Secrets.of(probe);
        List<SampleResult> samples = new ArrayList<>();
        for (int n = 0; n < probe.samples(); n++) {
            samples.add(MaskedSample.of(sample(probe, question), secrets));
        }
        return RunResult.of(ENGINE, probe.profile(), 0, samples);
    }

    private SampleResult sample(Probe probe, Question question) {
        Instant begun = clock.instant();
        PassageSettings settings =
                new PassageSettings(probe.profile().network(), probe.visit().hosts(), Long.MAX_VALUE);
        try (Passage passage = gateway.open(settings)) {
            Answer answer = new Caller(loops, question, probe.visit().timeout()).call(passage.port());
            Optional<ConnectionFact> connection = passage.connections().stream().findFirst();
            Body body = new Body(answer.body());
            Numbers numbers = Numbers.of(answer, connection, passage.bytesDown(), begun);
            if (answer.trouble().isEmpty()) {
                question.target().values().forEach((name, where) -> numbers.watch(Metric.of(name), where, body));
            }
            Outcome outcome = outcome(question, answer, connection, body, begun);
            return result(begun, outcome, answer, numbers);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return SampleResult.failed(begun, Duration.ZERO, new Outcome(OutcomeKind.ABANDONED, "the server stops"));
        }
    }

    private static SampleResult result(Instant begun, Outcome outcome, Answer answer, Numbers numbers) {
        Set<Warning> warnings = numbers.absent().isEmpty() ? Set.of() : Set.of(Warning.METRICS_MISSING);
        return new SampleResult(
                begun,
                answer.total(),
                outcome,
                warnings,
                numbers.measurements(),
                numbers.absent(),
                PageFacts.none(),
                List.of());
    }

    private static Outcome outcome(
            Question question, Answer answer, Optional<ConnectionFact> connection, Body body, Instant now) {
        Optional<Outcome> unconnected =
                connection.filter(fact -> fact.failure().isPresent()).map(HttpChecks::unconnected);
        return unconnected
                .or(answer::trouble)
                .orElseGet(() -> Assertions.judge(question.target().expect(), answer, body, now));
    }

    private static Outcome unconnected(ConnectionFact fact) {
        String where = fact.host() + ":" + fact.port();
        String said = fact.detail().isEmpty() ? where : where + ": " + fact.detail();
        return switch (fact.failure().orElseThrow()) {
            case DNS_FAILURE -> new Outcome(OutcomeKind.DNS_FAILURE, fact.host() + ": " + fact.detail());
            case REFUSED -> new Outcome(OutcomeKind.CONNECTION_REFUSED, said);
            case TIMEOUT -> new Outcome(OutcomeKind.TIMEOUT, "connect: " + said);
            case UNREACHABLE -> new Outcome(OutcomeKind.NAVIGATION_ERROR, "net::ERR_ADDRESS_UNREACHABLE: " + said);
            case BLOCKED ->
                new Outcome(
                        OutcomeKind.BLOCKED_ADDRESS,
                        where + ": probes must not reach this; the manual says what they may (gateway)");
        };
    }

    @PreDestroy
    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
