package dev.tidemark.prober.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Runs HTTP checks against servers that answer with given bytes. */
final class RawCheck implements AutoCloseable {

    private final ProbeProxy proxy = new ProbeProxy(
            new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 25, 9990, false),
            Clock.systemUTC());
    private final HttpProber checks = new HttpProber(proxy, Clock.systemUTC());

    /** @param expect the value of the key in YAML, and further keys in lines of their own */
    SampleResult run(byte[] response, String expect) throws IOException {
        try (RawServer server = RawServer.answering(response)) {
            ParsedDefinitions read = DefinitionReader.yaml(
                    "api.yaml",
                    "id: api\nkind: http\nevery: PT1M\nurl: " + server.url() + "\nexpect: " + expect + "\n",
                    VariableSubstitution.NONE);
            assertThat(read.errors()).isEmpty();
            return checks.run(read.probes().get(0)).samples().get(0);
        }
    }

    Outcome outcome(byte[] response, String expect) throws IOException {
        return run(response, expect).outcome();
    }

    @Override
    public void close() {
        checks.close();
        proxy.close();
    }
}
