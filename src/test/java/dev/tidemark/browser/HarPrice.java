package dev.tidemark.browser;

import com.sun.management.ThreadMXBean;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.Passage;
import dev.tidemark.gateway.PassageSettings;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.machine.LoadTurns;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.SampleResult;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What it costs to write a visit's HAR file, measured by writing it many times. */
record HarPrice(Path data, Gateway gateway) {

    private static final int TIMES = 50;
    private static final double QUIET_MILLIS = 500;

    /** Of processor time of this thread. */
    double seconds(String url) {
        try (Passage passage = gateway.open(PassageSettings.plain())) {
            Chromium chromium = new Chromium(TestBrowser.chromium());
            BrowserProcess process = BrowserProcess.launch(chromium, data.resolve("browsers"), passage.port());
            try (Visit visit = new Visit(process, CheckedLoad.probe(url), passage, Clock.systemUTC())) {
                visit.endWhenStill(QUIET_MILLIS, Duration.ofSeconds(20));
                visit.run(new LoadTurns(1).take(), phase -> {});
                SampleResult sample = new VisitResult(visit, passage).of(Instant.EPOCH, Duration.ZERO);
                return seconds(new VisitHar(visit.watch(), CheckedLoad.probe(url), new Engine("", "", "")), sample);
            } finally {
                process.close();
            }
        }
    }

    private static double seconds(VisitHar har, SampleResult sample) {
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
