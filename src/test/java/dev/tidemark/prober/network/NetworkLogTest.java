package dev.tidemark.prober.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkLogTest {

    private final NetworkLog log = new NetworkLog();

    @BeforeEach
    void mainFrame() {
        log.setMainFrame("F");
    }

    private void tell(String event, String json) {
        log.listeners()
                .get("Network." + event)
                .accept(JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject());
    }

    private void sent(String id, String type, String url, boolean sameSite, String more) {
        String loader = type.equals("Document") ? id : "D";
        tell(
                "requestWillBeSent",
                ("{'requestId':'%s','loaderId':'%s','frameId':'F','type':'%s','timestamp':10,"
                                + "'request':{'url':'%s','method':'GET','isSameSite':%s}%s}")
                        .formatted(id, loader, type, url, sameSite, more));
    }

    private void answered(String id, int status) {
        tell("responseReceived", "{'requestId':'%s','timestamp':10.1,'response':{'status':%d}}".formatted(id, status));
    }

    private void finished(String id, int bytes) {
        tell("loadingFinished", "{'requestId':'%s','timestamp':10.2,'encodedDataLength':%d}".formatted(id, bytes));
    }

    private double value(String code) {
        return log.measurements().stream()
                .filter(one -> one.metric().code().equals(code))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Nested
    class GivenAPageWithAnImageOfAnotherSite {

        @BeforeEach
        void load() {
            sent("D", "Document", "https://shop.example/", true, "");
            answered("D", 200);
            finished("D", 1000);
            sent("I", "Image", "https://cdn.other/i.png", false, "");
            answered("I", 404);
            finished("I", 300);
        }

        @Test
        void thenRequestsAndBytesAreCountedByKindAndParty() {
            assertThat(value("REQUESTS")).isEqualTo(2);
            assertThat(value("BYTES")).isEqualTo(1300);
            assertThat(value("BYTES_IMAGE")).isEqualTo(300);
            assertThat(value("BYTES_THIRD_PARTY")).isEqualTo(300);
            assertThat(value("REQUESTS_THIRD_PARTY")).isEqualTo(1);
            assertThat(value("HTTP_ERRORS")).isEqualTo(1);
        }
    }

    /** For which DevTools does not report whether the request is same-site. */
    @Nested
    class GivenAWorkerOfAFrameOfAnotherSite {

        @Test
        void whenItRequestsItsOwnHost_thenThatIsThirdPartyToThePage() {
            sent("D", "Document", "https://shop.example/", true, "");
            log.committed("D");
            answered("D", 200);
            finished("D", 1000);
            tell(
                    "requestWillBeSent",
                    "{'requestId':'W','timestamp':10,'type':'Fetch','documentURL':'https://ads.other/worker.js',"
                            + "'request':{'url':'https://ads.other/data','method':'GET'}}");
            answered("W", 200);
            finished("W", 300);

            assertThat(value("BYTES_THIRD_PARTY")).isEqualTo(300);
        }
    }

    /** As reported by Chromium: the total is that of the headers, and nothing indicates that it came from the cache. */
    @Nested
    class GivenTheScriptOfAWorker {

        private static final String WORKER = "A7FF4E185C229D23E3DC1D7025F21DA8";

        private void load(int headerBytes, String headers) {
            tell(
                    "requestWillBeSent",
                    ("{'requestId':'%s','timestamp':10,'type':'Script','frameId':'F',"
                                    + "'request':{'url':'https://shop.example/worker.js','method':'GET'}}")
                            .formatted(WORKER));
            tell(
                    "responseReceived",
                    "{'requestId':'%s','timestamp':10.1,'response':{'status':200,'encodedDataLength':%d,'headers':{%s}}}"
                            .formatted(WORKER, headerBytes, headers));
            tell("dataReceived", "{'requestId':'%s','dataLength':5000,'encodedDataLength':0}".formatted(WORKER));
            finished(WORKER, headerBytes);
        }

        @Test
        void whenItWasTransferred_thenItsBodyCounts() {
            load(140, "'Content-Length':'5000'");

            assertThat(value("BYTES")).isEqualTo(5140);
            assertThat(value("BYTES_BODY")).isEqualTo(5000);
        }

        @Test
        void whenItWasCompressed_thenItsSizeIsTheContentLength() {
            load(140, "'Content-Length':'900','Content-Encoding':'gzip'");

            assertThat(value("BYTES")).isEqualTo(1040);
        }

        @Test
        void whenItWasChunked_thenItsSizeIsTheDecodedSize() {
            load(140, "");

            assertThat(value("BYTES")).isEqualTo(5140);
        }

        @Test
        void whenItCameFromTheCache_thenItIsNoRequest() {
            load(0, "'Content-Length':'5000'");

            assertThat(value("REQUESTS")).isZero();
            assertThat(value("BYTES")).isZero();
        }
    }

    @Nested
    class GivenAResponseWithoutContentThatHasAContentLength {

        @Test
        void thenItsBodyIsEmpty() {
            sent("D", "Document", "https://shop.example/", true, "");
            tell(
                    "responseReceived",
                    "{'requestId':'D','timestamp':10.1,'response':{'status':204,'encodedDataLength':150,"
                            + "'headers':{'Content-Length':'5000'}}}");
            finished("D", 150);

            assertThat(value("BYTES_BODY")).isZero();
        }
    }

    /** As reported by Chromium for {@code response.blob()} and prefetch: only start and end. */
    @Nested
    class GivenABodyWithoutDataEvents {

        private void load(String method, String headers) {
            tell(
                    "requestWillBeSent",
                    ("{'requestId':'B','loaderId':'D','frameId':'F','type':'Fetch','timestamp':10,"
                                    + "'request':{'url':'https://shop.example/b','method':'%s','isSameSite':true}}")
                            .formatted(method));
            tell(
                    "responseReceived",
                    ("{'requestId':'B','timestamp':10.1,"
                                    + "'response':{'status':200,'encodedDataLength':150,'headers':{%s}}}")
                            .formatted(headers));
            finished("B", 1150);
        }

        @Test
        void whenItHasAContentLength_thenThatIsItsSize() {
            load("GET", "'Content-Length':'990'");

            assertThat(value("BYTES_BODY")).isEqualTo(990);
            assertThat(value("BYTES")).isEqualTo(1150);
        }

        @Test
        void whenTheContentLengthIsUnusable_thenItsSizeIsTheTotalWithoutHeaders() {
            load("GET", "'content-length':'many'");

            assertThat(value("BYTES_BODY")).isEqualTo(1000);
        }

        @Test
        void whenItWasCompressed_thenItsCompressedSizeCounts() {
            load("GET", "'Content-Length':'1000','Content-Encoding':'gzip'");

            assertThat(value("BYTES_BODY")).isEqualTo(1000);
        }

        @Test
        void whenThePageReportsItsSize_thenThatIsItsSize() {
            load("GET", "'Content-Encoding':'gzip'");

            assertThat(log.unreportedBodies()).containsExactly("https://shop.example/b");
            log.setBodySizes(Map.of("https://shop.example/b", 36_000L, "https://shop.example/other", 5L));

            assertThat(value("BYTES_BODY")).isEqualTo(36_000);
            assertThat(value("BYTES")).isEqualTo(1150);
            assertThat(log.unreportedBodies()).isEmpty();
        }

        @Test
        void whenItIsAHeadRequest_thenThereIsNoBody() {
            load("HEAD", "'Content-Length':'990'");

            assertThat(value("BYTES_BODY")).isZero();
        }
    }

    @Nested
    class GivenARedirectOfTheDocument {

        @Test
        void thenBothExchangesCountAndTheLastIsTheDocument() {
            sent("D", "Document", "http://shop.example/", true, "");
            sent(
                    "D",
                    "Document",
                    "https://shop.example/",
                    true,
                    ",'redirectResponse':{'status':301,'encodedDataLength':200}");
            answered("D", 200);
            finished("D", 1000);

            assertThat(value("REDIRECTS")).isEqualTo(1);
            assertThat(value("BYTES")).isEqualTo(1200);
            assertThat(log.document().orElseThrow().status()).isEqualTo(200);
            assertThat(log.first().orElseThrow().url()).isEqualTo("http://shop.example/");
        }
    }

    @Nested
    class GivenMoreRequestsThanAreRecorded {

        @Test
        void thenAllCountAndTheLogIsMarkedAsTruncated() {
            for (int n = 0; n < NetworkLog.MAX_RECORDED; n++) {
                sent("R" + n, "Script", "https://shop.example/" + n, true, "");
            }
            assertThat(log.isTruncated()).isFalse();

            sent("last", "Script", "https://shop.example/last", true, "");

            assertThat(log.isTruncated()).isTrue();
            assertThat(value("REQUESTS")).isEqualTo(NetworkLog.MAX_RECORDED + 1);
        }
    }

    @Nested
    class GivenRequestsWithoutNetwork {

        @Test
        void whenItComesFromACache_thenItIsNoRequest() {
            sent("C", "Script", "https://shop.example/a.js", true, "");
            tell("requestServedFromCache", "{'requestId':'C'}");
            finished("C", 500);

            assertThat(value("REQUESTS")).isZero();
            assertThat(value("BYTES")).isZero();
        }

        @Test
        void whenItIsADataUrl_thenItIsNoRequest() {
            sent("U", "Image", "data:image/png;base64,AA", true, "");

            assertThat(value("REQUESTS")).isZero();
        }
    }

    @Nested
    class GivenRequestsThatFail {

        @Test
        void thenOnlyThoseThatWereNotCancelledCountAsFailed() {
            sent("A", "Script", "https://shop.example/a.js", true, "");
            sent("B", "Script", "https://shop.example/b.js", true, "");
            tell("loadingFailed", "{'requestId':'A','timestamp':11,'errorText':'net::ERR_FAILED','canceled':false}");
            tell("loadingFailed", "{'requestId':'B','timestamp':11,'errorText':'net::ERR_ABORTED','canceled':true}");

            assertThat(value("FAILED_REQUESTS")).isEqualTo(1);
        }
    }

    @Nested
    class GivenBlockedRequests {

        private void held(String id, String reason) {
            sent(id, "Script", "https://shop.example/" + id, true, "");
            tell(
                    "loadingFailed",
                    "{'requestId':'%s','timestamp':11,'errorText':'net::ERR_BLOCKED_BY_CLIENT','blockedReason':'%s'}"
                            .formatted(id, reason));
        }

        @Test
        void whenTheProbeBlocksIt_thenItIsNeitherARequestNorAFailure() {
            held("A", "inspector");

            assertThat(value("REQUESTS")).isZero();
            assertThat(value("FAILED_REQUESTS")).isZero();
        }

        @Test
        void whenThePolicyOfThePageBlocksIt_thenItIsAFailureThatWasNotSent() {
            held("A", "csp");

            assertThat(value("REQUESTS")).isZero();
            assertThat(value("FAILED_REQUESTS")).isEqualTo(1);
        }
    }

    @Nested
    class GivenWorkers {

        private void ofWorker(String id, String url) {
            tell(
                    "requestWillBeSent",
                    ("{'requestId':'%s','loaderId':'','documentURL':'https://shop.example/w.js','type':'Fetch','timestamp':10,"
                                    + "'request':{'url':'%s','method':'GET'}}")
                            .formatted(id, url));
            finished(id, 100);
        }

        @Test
        void whenThePartyIsNotReported_thenTheHostsDecide() {
            ofWorker("A", "https://shop.example/data");
            ofWorker("B", "https://api.shop.example/data");
            assertThat(value("REQUESTS_THIRD_PARTY")).isZero();

            ofWorker("C", "https://tracker.other/data");
            assertThat(value("REQUESTS_THIRD_PARTY")).isEqualTo(1);
            assertThat(value("BYTES_THIRD_PARTY")).isEqualTo(100);
        }

        @Test
        void whenAServiceWorkerResponds_thenOnlyItsOwnRequestCounts() {
            sent("P", "Fetch", "https://shop.example/data", true, "");
            tell(
                    "responseReceived",
                    "{'requestId':'P','timestamp':10.1,'response':{'status':200,'fromServiceWorker':true}}");
            finished("P", 500);
            ofWorker("S", "https://shop.example/data");

            assertThat(value("BYTES_BODY")).isEqualTo(500);
            assertThat(value("REQUESTS")).isEqualTo(1);
            assertThat(value("BYTES")).isEqualTo(100);
        }
    }
}
