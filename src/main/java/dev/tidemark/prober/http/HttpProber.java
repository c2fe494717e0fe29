package dev.tidemark.prober.http;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Sendability;
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
import dev.tidemark.prober.response.ResponseBody;
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

    private final ProbeProxy proxy;
    private final Clock clock;
    private final EventLoopGroup loops;

    @Inject
    public HttpProber(ProbeProxy proxy, Clock clock) {
        this.proxy = proxy;
        this.clock = clock;
        this.loops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("tidemark-http", true), NioIoHandler.newFactory());
    }

    /** Takes the configured number of samples; the target must be a {@link Target.Http}. */
    public RunResult run(Probe probe) {
        Optional<Outcome> unsendable = Sendability.fault(probe);
        if (unsendable.isPresent()) {
            SampleResult failed = SampleResult.failed(clock.instant(), Duration.ZERO, unsendable.get());
            return RunResult.of(ENGINE, probe.profile(), 0, List.of(failed));
        }
        HttpRequestSpec request = new HttpRequestSpec((Target.Http) probe.target(), probe.pageLoadSettings());
        ProbeSecrets secrets = ProbeSecrets.of(probe);
        List<SampleResult> samples = new ArrayList<>();
        for (int n = 0; n < probe.samples(); n++) {
            samples.add(MaskedSample.of(sample(probe, request), secrets));
        }
        return RunResult.of(ENGINE, probe.profile(), 0, samples);
    }

    private SampleResult sample(Probe probe, HttpRequestSpec request) {
        Instant startedAt = clock.instant();
        ProxySessionSettings settings = new ProxySessionSettings(
                probe.profile().network(), probe.pageLoadSettings().hosts(), Long.MAX_VALUE);
        try (ProxySession proxySession = proxy.open(settings)) {
            HttpResult result =
                    new HttpExchange(loops, request, probe.pageLoadSettings().timeout()).call(proxySession.port());
            Optional<ConnectionRecord> connection =
                    proxySession.connections().stream().findFirst();
            ResponseBody body = ResponseBody.of(result.headers(), complete(result), ExchangeState.MAX_BODY);
            HttpMeasurements measurements =
                    HttpMeasurements.of(result, connection, body, proxySession.bytesDown(), startedAt);
            if (result.failure().isEmpty() && body.failure().isEmpty()) {
                request.target().values().forEach((name, where) -> measurements.extract(Metric.of(name), where, body));
            }
            Outcome outcome = outcome(request, result, connection, body, startedAt);
            return result(startedAt, outcome, result, measurements);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return SampleResult.failed(
                    startedAt,
                    Duration.ZERO,
                    new Outcome(
                            OutcomeType.ABANDONED,
                            LocalizedMessage.of("outcome.run.shutdown").toString()));
        }
    }

    /** The received body; none if it is incomplete, as it cannot be decoded. */
    private static byte[] complete(HttpResult result) {
        return result.failure().isEmpty() ? result.body() : new byte[0];
    }

    private static SampleResult result(
            Instant startedAt, Outcome outcome, HttpResult result, HttpMeasurements measurements) {
        Set<SampleWarning> warnings =
                measurements.absent().isEmpty() ? Set.of() : Set.of(SampleWarning.METRICS_MISSING);
        return new SampleResult(
                startedAt,
                result.total(),
                outcome,
                warnings,
                measurements.measurements(),
                measurements.absent(),
                PageDetails.none(),
                List.of());
    }

    private static Outcome outcome(
            HttpRequestSpec request,
            HttpResult result,
            Optional<ConnectionRecord> connection,
            ResponseBody body,
            Instant now) {
        Optional<Outcome> connectionFailure =
                connection.filter(record -> record.failure().isPresent()).map(HttpProber::connectionFailure);
        return connectionFailure
                .or(result::failure)
                .or(body::failure)
                .orElseGet(() -> ResponseAssertions.check(request.target().expect(), result, body, now));
    }

    private static Outcome connectionFailure(ConnectionRecord record) {
        String where = record.host() + ":" + record.port();
        String detail = record.detail().isEmpty() ? where : where + ": " + record.detail();
        return switch (record.failure().orElseThrow()) {
            case DNS_FAILURE -> new Outcome(OutcomeType.DNS_FAILURE, record.host() + ": " + record.detail());
            case REFUSED -> new Outcome(OutcomeType.CONNECTION_REFUSED, detail);
            case TIMEOUT -> new Outcome(OutcomeType.TIMEOUT, "connect: " + detail);
            case UNREACHABLE -> new Outcome(OutcomeType.NAVIGATION_ERROR, "net::ERR_ADDRESS_UNREACHABLE: " + detail);
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
