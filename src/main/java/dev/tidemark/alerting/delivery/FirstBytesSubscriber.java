package dev.tidemark.alerting.delivery;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Reads the first bytes of a response body, at most for some seconds: the status decides, and an endless body must not block. */
final class FirstBytesSubscriber implements HttpResponse.BodySubscriber<String> {

    private static final int MAX_BYTES = 800;
    private static final int TIMEOUT_SECONDS = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public CompletionStage<String> getBody() {
        return text.completeOnTimeout("", TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        text.whenComplete((body, failure) -> subscription.cancel());
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            byte[] chunk = new byte[Math.min(part.remaining(), MAX_BYTES - bytes.size())];
            part.get(chunk);
            bytes.write(chunk, 0, chunk.length);
        }
        if (bytes.size() == MAX_BYTES) {
            onComplete();
        }
    }

    /** Not a failure: the status has been received before. */
    @Override
    public void onError(Throwable failure) {
        onComplete();
    }

    @Override
    public void onComplete() {
        text.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}
