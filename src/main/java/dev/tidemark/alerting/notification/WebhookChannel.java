package dev.tidemark.alerting.notification;

import dev.tidemark.alerting.notification.DeliveryException.DeliveryFailure;
import dev.tidemark.model.result.UntrustedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Webhooks: one signed POST per letter; 2xx is the acknowledgement. Redirects are not followed. */
@ApplicationScoped
class WebhookChannel implements Channel {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int MOST_SHOWN = 200;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final PageUrls links;
    private final Optional<String> secret;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param secret the key of the signatures, {@code TIDEMARK_WEBHOOK_SECRET}; without one nothing is signed */
    @Inject
    WebhookChannel(
            PageUrls links, @ConfigProperty(name = "tidemark.webhook.secret") Optional<String> secret, Clock clock) {
        this.links = links;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public ChannelType medium() {
        return ChannelType.WEBHOOK;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    /** What machines read is one event per message, with one idempotency key. */
    @Override
    public boolean takesSeveral() {
        return false;
    }

    @Override
    public String deliver(List<Notification> letters) throws DeliveryException {
        Notification letter = letters.get(0);
        HttpResponse<String> answer = post(letter);
        int status = answer.statusCode();
        String words =
                status + " " + UntrustedText.clean(answer.body(), MOST_SHOWN).strip();
        if (status / 100 == 2) {
            return words.strip();
        }
        boolean forGood = status / 100 == 4 && status != 408 && status != 429;
        throw new DeliveryException(
                forGood ? DeliveryFailure.REFUSED : DeliveryFailure.LATER,
                RecipientDisplay.shown(letter.recipient()) + " answered " + words.strip(),
                null);
    }

    private HttpResponse<String> post(Notification letter) throws DeliveryException {
        try {
            return client.send(request(letter), head -> new FirstBytesSubscriber());
        } catch (IllegalArgumentException e) {
            throw new DeliveryException(DeliveryFailure.REFUSED, "the address cannot be read", e);
        } catch (IOException e) {
            String words = RecipientDisplay.shown(letter.recipient()) + " did not answer: " + e;
            throw new DeliveryException(DeliveryFailure.LATER, words, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(DeliveryFailure.LATER, "stopped while waiting for an answer", e);
        }
    }

    private HttpRequest request(Notification letter) {
        WebhookBody body = new WebhookBody(letter, links);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(body.address()))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Tidemark")
                .header("Idempotency-Key", letter.id().toString())
                .header("Tidemark-Timestamp", timestamp);
        String json = body.json();
        secret.ifPresent(key -> request.header("Tidemark-Signature", HmacSignature.of(key, timestamp + "." + json)));
        return request.POST(HttpRequest.BodyPublishers.ofString(json)).build();
    }
}
