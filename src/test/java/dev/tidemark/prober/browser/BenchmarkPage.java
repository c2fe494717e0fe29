package dev.tidemark.prober.browser;

import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Shared by benchmark commands: writes their page of the manual, and opens a proxy. */
final class BenchmarkPage {

    private BenchmarkPage() {}

    static void write(String name, String page) throws IOException {
        System.out.println(page);
        Files.writeString(Path.of("src/site/markdown/contributing", name), page);
    }

    /** A proxy with the settings of a local installation. */
    static ProbeProxy proxy() {
        return new ProbeProxy(
                new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false),
                Clock.systemUTC());
    }
}
