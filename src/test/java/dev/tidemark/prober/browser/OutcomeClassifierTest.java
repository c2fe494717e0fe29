package dev.tidemark.prober.browser;

import static dev.tidemark.model.result.OutcomeType.*;
import static dev.tidemark.prober.browser.SampleEndBuilder.ofAPage;
import static dev.tidemark.prober.browser.SampleEndBuilder.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.prober.proxy.ConnectFailure;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of outcomes, and precedence if several rules match. */
class OutcomeClassifierTest {

    private static final String PROXY = "net::ERR_SOCKS_CONNECTION_FAILED";

    static Stream<Arguments> withoutAPage() {
        return Stream.of(
                arguments(without("net::ERR_CONNECTION_RESET"), CONNECTION_RESET, "net::ERR_CONNECTION_RESET"),
                arguments(without("net::ERR_CERT_DATE_INVALID"), TLS_ERROR, "net::ERR_CERT_DATE_INVALID"),
                arguments(without("net::ERR_SOMETHING_NEW"), NAVIGATION_ERROR, "net::ERR_SOMETHING_NEW"),
                arguments(without("net::ERR_INVALID_URL"), INVALID_URL, "net::ERR_INVALID_URL"),
                arguments(without("net::ERR_UNEXPECTED_PROXY_AUTH"), AUTH_REQUIRED, "net::"),
                arguments(
                        without(PROXY).refused(ConnectFailure.DNS_FAILURE),
                        DNS_FAILURE,
                        "the host name could not be resolved"),
                arguments(without(PROXY).refused(ConnectFailure.REFUSED), CONNECTION_REFUSED, "the server refused"),
                arguments(without(PROXY).refused(ConnectFailure.TIMEOUT), TIMEOUT, "connect:"),
                arguments(without(PROXY).refused(ConnectFailure.UNREACHABLE), NAVIGATION_ERROR, "net::"),
                arguments(without(PROXY).refused(ConnectFailure.BLOCKED), BLOCKED_ADDRESS, "the address policy"),
                arguments(without(PROXY), INTERNAL, "the proxy"),
                arguments(
                        without("net::ERR_ABORTED").redirectingTo("ftp"),
                        BLOCKED_SCHEME,
                        "redirect to ftp:, but only http and https"),
                arguments(without("net::ERR_ABORTED").answering(304, ""), NO_CONTENT, "304"),
                arguments(without("net::ERR_TIMED_OUT").outOfTimeIn("tls"), TIMEOUT, "tls: net::ERR_TIMED_OUT"));
    }

    static Stream<Arguments> withAnAnswer() {
        return Stream.of(
                arguments(ofAPage(), OK, ""),
                arguments(ofAPage().answering(401, "text/html"), AUTH_REQUIRED, "401"),
                arguments(ofAPage().answering(407, "text/html"), AUTH_REQUIRED, "407"),
                arguments(ofAPage().answering(399, "text/html"), OK, ""),
                arguments(ofAPage().answering(400, "text/html"), HTTP_STATUS, "400"),
                arguments(ofAPage().answering(503, "text/html").navigating(6), HTTP_STATUS, "503"),
                arguments(ofAPage().answering(99, "text/html"), INVALID_RESPONSE, "invalid status code 99"),
                arguments(without("net::ERR_ABORTED").answering(204, "text/plain"), NO_CONTENT, "204"),
                arguments(ofAPage().navigating(5), OK, ""),
                arguments(ofAPage().navigating(6), NAVIGATION_LOOP, "more than 5"),
                arguments(
                        without("net::ERR_ABORTED").answering(200, "application/zip"),
                        DOWNLOAD,
                        "the URL is a download"),
                arguments(ofAPage().notShown().saved(false), DOWNLOAD, "the URL is a download"),
                arguments(ofAPage().saved(false), OK, ""),
                arguments(
                        ofAPage().answering(200, "application/pdf").notShown().saved(false), UNSUPPORTED_CONTENT, "a"),
                arguments(
                        ofAPage().answering(200, "application/pdf").notShown().saved(true),
                        DOWNLOAD,
                        "the URL is a download"),
                arguments(ofAPage().answering(200, "video/mp4"), UNSUPPORTED_CONTENT, "video/mp4"),
                arguments(ofAPage().failing("net::ERR_CONNECTION_RESET"), INCOMPLETE_RESPONSE, "net::"),
                arguments(ofAPage().failing("net::ERR_INVALID_CHUNKED_ENCODING"), INVALID_RESPONSE, "net::"));
    }

    static Stream<Arguments> withAnEnd() {
        return Stream.of(
                arguments(ofAPage().crashing(), PAGE_CRASH, "the renderer process"),
                arguments(ofAPage().crashing().outOfMemory(), OUT_OF_MEMORY, "the page"),
                arguments(ofAPage().closing(), PAGE_CLOSED, "the page"),
                arguments(
                        ofAPage().exceeding("dialogs: more than 20 were opened").silent(), LIMIT_EXCEEDED, "dialogs"),
                arguments(ofAPage().silent(), PAGE_UNRESPONSIVE, "the main thread of the page"),
                arguments(ofAPage().outOfTimeWithNumbers(), OK, ""),
                arguments(ofAPage().leavingIn("ttfb"), TIMEOUT, "ttfb:"),
                arguments(ofAPage().leavingIn("ttfb").silent(), PAGE_UNRESPONSIVE, "the main thread of the page"),
                arguments(ofAPage().outOfTimeIn("load"), TIMEOUT, "load:"),
                arguments(ofAPage().outOfTimeIn("script"), TIMEOUT, "script:"),
                arguments(ofAPage().outOfTimeIn("collect"), TIMEOUT, "collect:"));
    }

    @ParameterizedTest
    @MethodSource({"withoutAPage", "withAnAnswer", "withAnEnd"})
    void givenTheEndOfASample_thenItHasOneOutcomeWithAReason(SampleEndBuilder ending, OutcomeType kind, String detail) {
        Outcome outcome = OutcomeClassifier.classify(ending.build());

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.detail()).startsWith(detail);
    }
}
