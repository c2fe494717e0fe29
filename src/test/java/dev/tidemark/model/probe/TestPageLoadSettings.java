package dev.tidemark.model.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Default page load settings, except for those that a test sets. */
public final class TestPageLoadSettings {

    private Map<String, String> headers = Map.of();
    private Map<String, String> cookies = Map.of();
    private Optional<PageLoadSettings.Credentials> credentials = Optional.empty();
    private Map<String, String> localStorage = Map.of();
    private Map<String, String> hosts = Map.of();
    private Optional<String> locale = Optional.empty();
    private Optional<String> timeZone = Optional.empty();
    private boolean acceptInvalidCertificates;
    private boolean repeatView;
    private Optional<ExpectedUrl> expectedUrl = Optional.empty();

    public TestPageLoadSettings headers(Map<String, String> sent) {
        headers = sent;
        return this;
    }

    public TestPageLoadSettings cookies(Map<String, String> set) {
        cookies = set;
        return this;
    }

    public TestPageLoadSettings credentials(PageLoadSettings.Credentials known) {
        credentials = Optional.of(known);
        return this;
    }

    public TestPageLoadSettings localStorage(Map<String, String> stored) {
        localStorage = stored;
        return this;
    }

    /** {@code unknown.example} resolves to this machine. */
    public TestPageLoadSettings knownHost() {
        hosts = Map.of("unknown.example", "127.0.0.1");
        return this;
    }

    public TestPageLoadSettings hosts(Map<String, String> addresses) {
        hosts = addresses;
        return this;
    }

    public TestPageLoadSettings from(String itsLocale, String itsTimeZone) {
        locale = Optional.of(itsLocale);
        timeZone = Optional.of(itsTimeZone);
        return this;
    }

    public TestPageLoadSettings acceptInvalidCertificates(boolean accept) {
        acceptInvalidCertificates = accept;
        return this;
    }

    public TestPageLoadSettings repeatView(boolean wanted) {
        repeatView = wanted;
        return this;
    }

    public TestPageLoadSettings expecting(String url) {
        expectedUrl = Optional.of(new ExpectedUrl(url));
        return this;
    }

    public PageLoadSettings within(Duration timeout) {
        return new PageLoadSettings(
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
                expectedUrl,
                timeout);
    }

    public PageLoadSettings within(int seconds) {
        return within(Duration.ofSeconds(seconds));
    }
}
