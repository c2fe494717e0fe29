package dev.tidemark.prober.http;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.artifact.MaskedSample;
import dev.tidemark.prober.artifact.ProbeSecrets;
import dev.tidemark.prober.proxy.ConnectionRecord;
import dev.tidemark.prober.proxy.ProbeProxy;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.proxy.ProxySessionSettings;
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

/** Runs HTTP checks. Never throws because of a server. Owns one event-loop thread, like the proxy. Entry point of the package. */
@ApplicationScoped
public class HttpProber implements AutoCloseable {

    private static final Engine ENGINE =
            new Engine(LocalizedMessage.of("run.engine.httpCheck").toString(), "", "");

    private final ProbeProxy gateway;
    private final Clock clock;
    private final EventLoopGroup loops;

    @Inject
    public HttpProber(ProbeProxy gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
        this.loops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("tidemark-http", true), NioIoHandler.newFactory());
    }

    /** Takes the configured number of samples; the target must be a {@link Target.Http}. */
    public RunResult run(Probe probe) {
        HttpRequestSpec question = new HttpRequestSpec((Target.Http) probe.target(), probe.visit());
        ProbeSecrets secrets = ProbeSecrets.of(probe);
        List<SampleResult> samples = new ArrayList<>();
        for (int n = 0; n < probe.samples(); n++) {
            samples.add(MaskedSample.of(sample(probe, question), secrets));
        }
        return RunResult.of(ENGINE, probe.profile(), 0, samples);
    }

    private SampleResult sample(Probe probe, HttpRequestSpec question) {
        Instant begun = clock.instant();
        ProxySessionSettings settings = new ProxySessionSettings(
                probe.profile().network(), probe.visit().hosts(), Long.MAX_VALUE);
        try (ProxySession passage = gateway.open(settings)) {
            HttpResult answer = new HttpExchange(loops, question, probe.visit().timeout()).call(passage.port());
            Optional<ConnectionRecord> connection =
                    passage.connections().stream().findFirst();
            ResponseBody body = new ResponseBody(answer.body());
            HttpMeasurements numbers = HttpMeasurements.of(answer, connection, passage.bytesDown(), begun);
            if (answer.trouble().isEmpty()) {
                question.target().values().forEach((name, where) -> numbers.watch(Metric.of(name), where, body));
            }
            Outcome outcome = outcome(question, answer, connection, body, begun);
            return result(begun, outcome, answer, numbers);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return SampleResult.failed(
                    begun,
                    Duration.ZERO,
                    new Outcome(
                            OutcomeType.ABANDONED,
                            LocalizedMessage.of("outcome.run.shutdown").toString()));
        }
    }

    private static SampleResult result(Instant begun, Outcome outcome, HttpResult answer, HttpMeasurements numbers) {
        Set<SampleWarning> warnings = numbers.absent().isEmpty() ? Set.of() : Set.of(SampleWarning.METRICS_MISSING);
        return new SampleResult(
                begun,
                answer.total(),
                outcome,
                warnings,
                numbers.measurements(),
                numbers.absent(),
                PageDetails.none(),
                List.of());
    }

    private static Outcome outcome(
            HttpRequestSpec question,
            HttpResult answer,
            Optional<ConnectionRecord> connection,
            ResponseBody body,
            Instant now) {
        Optional<Outcome> unconnected =
                connection.filter(fact -> fact.failure().isPresent()).map(HttpProber::unconnected);
        return unconnected
                .or(answer::trouble)
                .orElseGet(() -> ResponseAssertions.judge(question.target().expect(), answer, body, now));
    }

    private static Outcome unconnected(ConnectionRecord fact) {
        String where = fact.host() + ":" + fact.port();
        String said = fact.detail().isEmpty() ? where : where + ": " + fact.detail();
        return switch (fact.failure().orElseThrow()) {
            case DNS_FAILURE -> new Outcome(OutcomeType.DNS_FAILURE, fact.host() + ": " + fact.detail());
            case REFUSED -> new Outcome(OutcomeType.CONNECTION_REFUSED, said);
            case TIMEOUT -> new Outcome(OutcomeType.TIMEOUT, "connect: " + said);
            case UNREACHABLE -> new Outcome(OutcomeType.NAVIGATION_ERROR, "net::ERR_ADDRESS_UNREACHABLE: " + said);
            case BLOCKED ->
                new Outcome(
                        OutcomeType.BLOCKED_ADDRESS,
                        LocalizedMessage.of("outcome.http.blocked", where).toString());
        };
    }

    @PreDestroy
    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
