package dev.tidemark.prober.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LastDocumentAttemptTest {

    private final LastDocumentAttempt attempt = new LastDocumentAttempt();

    private void tell(String event, String json) {
        attempt.listeners()
                .get("Network." + event)
                .accept(JsonParser.parseString(json).getAsJsonObject());
    }

    @Nested
    class GivenADocumentRequest {

        @BeforeEach
        void ask() {
            attempt.setMainFrame("main");
            tell(
                    "requestWillBeSent",
                    "{requestId:'1',frameId:'main',type:'Document',timestamp:7,request:{url:'https://a.test/'}}");
        }

        @Test
        void whenThereIsNoResponse_thenItIsPendingSinceTheRequest() {
            assertThat(attempt.pendingSince()).hasValue(7);
        }

        @Test
        void whenItIsCompletedAbortedOrCommitted_thenItIsNotPending() {
            tell("loadingFailed", "{requestId:'of something else'}");
            assertThat(attempt.pendingSince()).isPresent();

            tell("loadingFailed", "{requestId:'1'}");
            assertThat(attempt.pendingSince()).isEmpty();

            ask();
            tell("responseReceived", "{requestId:'1'}");
            assertThat(attempt.pendingSince()).isEmpty();

            ask();
            attempt.committed();
            assertThat(attempt.pendingSince()).isEmpty();
        }

        @Test
        void whenItsRequestWasSent_thenTheConnectionWasEstablished() {
            assertThat(attempt.isSent()).isFalse();

            tell("requestWillBeSentExtraInfo", "{requestId:'1'}");

            assertThat(attempt.isSent()).isTrue();
        }

        @Test
        void whenItIsRedirectedToAnotherScheme_thenThatIsNamed() {
            tell(
                    "responseReceivedExtraInfo",
                    "{requestId:'1',statusCode:302,headers:{location:' JavaScript:alert(1)'}}");

            assertThat(attempt.foreignScheme()).contains("javascript");
        }

        @Test
        void whenItIsRedirectedToAPageOrAPath_thenNoSchemeIsNamed() {
            tell("responseReceivedExtraInfo", "{requestId:'1',statusCode:302,headers:{Location:'https://b.test/a:b'}}");
            assertThat(attempt.foreignScheme()).isEmpty();

            tell("responseReceivedExtraInfo", "{requestId:'1',statusCode:302,headers:{Location:'/a:b'}}");
            assertThat(attempt.foreignScheme()).isEmpty();
        }

        @Test
        void whenAFrameGetsAResponse_thenItIsIgnored() {
            tell("requestWillBeSent", "{requestId:'2',frameId:'f',type:'Document',request:{url:'https://b.test/'}}");
            tell("responseReceivedExtraInfo", "{requestId:'2',statusCode:500,headers:{}}");

            assertThat(attempt.url()).isEqualTo("https://a.test/");
            assertThat(attempt.status()).isZero();
        }
    }
}
