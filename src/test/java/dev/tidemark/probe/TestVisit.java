package dev.tidemark.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plain visit but for what a test says. */
public final class TestVisit {

    private Map<String, String> headers = Map.of();
    private Map<String, String> cookies = Map.of();
    private Optional<VisitSettings.Credentials> credentials = Optional.empty();
    private Map<String, String> localStorage = Map.of();
    private Map<String, String> hosts = Map.of();
    private Optional<String> locale = Optional.empty();
    private Optional<String> timeZone = Optional.empty();
    private boolean acceptInvalidCertificates;
    private boolean repeatView;

    public TestVisit headers(Map<String, String> sent) {
        headers = sent;
        return this;
    }

    public TestVisit cookies(Map<String, String> set) {
        cookies = set;
        return this;
    }

    public TestVisit credentials(VisitSettings.Credentials known) {
        credentials = Optional.of(known);
        return this;
    }

    public TestVisit localStorage(Map<String, String> stored) {
        localStorage = stored;
        return this;
    }

    /** {@code unknown.example} is this machine. */
    public TestVisit knownHost() {
        hosts = Map.of("unknown.example", "127.0.0.1");
        return this;
    }

    public TestVisit from(String itsLocale, String itsTimeZone) {
        locale = Optional.of(itsLocale);
        timeZone = Optional.of(itsTimeZone);
        return this;
    }

    public TestVisit acceptInvalidCertificates(boolean accept) {
        acceptInvalidCertificates = accept;
        return this;
    }

    public TestVisit repeatView(boolean wanted) {
        repeatView = wanted;
        return this;
    }

    public VisitSettings within(Duration timeout) {
        return new VisitSettings(
                headers,
                cookies,
                credentials,
                localStorage,
                List.of(),
                hosts,
                locale,
                timeZone,
                acceptInvalidCertificates,
                repeatView,
                timeout);
    }

    public VisitSettings within(int seconds) {
        return within(Duration.ofSeconds(seconds));
    }
}
