package dev.tidemark.prober.browser;

import com.sun.management.ThreadMXBean;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.proxy.ProbeProxy;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.proxy.ProxySessionSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Cost of writing the HAR file of a page load, measured by writing it many times. */
record HarCost(Path data, ProbeProxy proxy) {

    private static final int TIMES = 50;
    private static final double QUIET_MILLIS = 500;

    /** Processor time of this thread. */
    double seconds(String url) {
        try (ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled())) {
            ChromiumOptions chromium = new ChromiumOptions(TestBrowser.chromium());
            BrowserProcess process = BrowserProcess.launch(chromium, data.resolve("browsers"), proxySession.port());
            try (PageLoad visit = new PageLoad(process, SampleTaker.probe(url), proxySession, Clock.systemUTC())) {
                visit.endWhenIdle(QUIET_MILLIS, Duration.ofSeconds(20));
                visit.run(new LoadPermits(1).acquire(), phase -> {});
                SampleResult sample = new PageLoadResult(visit, proxySession).of(Instant.EPOCH, Duration.ZERO);
                return seconds(
                        new PageLoadHar(visit.monitor(), SampleTaker.probe(url), new Engine("", "", "")), sample);
            } finally {
                process.close();
            }
        }
    }

    private static double seconds(PageLoadHar har, SampleResult sample) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int n = 0; n < TIMES; n++) {
            har.of(sample);
        }
        long start = threads.getCurrentThreadCpuTime();
        for (int n = 0; n < TIMES; n++) {
            har.of(sample);
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e9 / TIMES;
    }
}
