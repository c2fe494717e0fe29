package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.HmacSignature;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Webhooks: one signed POST per notification; a 2xx status means that it was accepted. Redirects are not followed. */
@ApplicationScoped
class WebhookChannel implements Channel {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BODY_SHOWN = 200;
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(20);

    private static final String UNSAFE = "|^`{}\\";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PageUrls links;
    private final Optional<String> secret;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param secret the signing key, {@code TIDEMARK_WEBHOOK_SECRET}; without one requests are not signed */
    @Inject
    WebhookChannel(
            PageUrls links, @ConfigProperty(name = "tidemark.webhook.secret") Optional<String> secret, Clock clock) {
        this.links = links;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public ChannelType type() {
        return ChannelType.WEBHOOK;
    }

    @Override
    public Optional<String> configurationError() {
        return Optional.empty();
    }

    /** No: one event per message, with one idempotency key. */
    @Override
    public boolean supportsGrouping() {
        return false;
    }

    @Override
    public String deliver(List<Notification> notifications) throws DeliveryException {
        Notification notification = notifications.get(0);
        HttpResponse<String> response = post(notification);
        int status = response.statusCode();
        String summary = status + " "
                + UntrustedText.clean(response.body(), MAX_BODY_SHOWN).strip();
        if (status / 100 == 2) {
            return summary.strip();
        }
        boolean permanent = status / 100 == 4 && status != 408 && status != 429;
        DeliveryFailure temporary = status / 100 == 5 ? DeliveryFailure.INTERRUPTED : DeliveryFailure.RETRY;
        throw new DeliveryException(
                permanent ? DeliveryFailure.REJECTED : temporary,
                text("response", RecipientDisplay.display(notification.recipient()), summary.strip()),
                null);
    }

    private HttpResponse<String> post(Notification notification) throws DeliveryException {
        try {
            return client.send(request(notification), head -> new FirstBytesSubscriber());
        } catch (IllegalArgumentException e) {
            throw new DeliveryException(DeliveryFailure.REJECTED, text("invalidUrl"), e);
        } catch (ConnectException | HttpConnectTimeoutException | SSLException e) {
            throw new DeliveryException(DeliveryFailure.UNAVAILABLE, noResponse(notification, e), e);
        } catch (IOException e) {
            throw new DeliveryException(DeliveryFailure.INTERRUPTED, noResponse(notification, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(DeliveryFailure.RETRY, text("interrupted"), e);
        }
    }

    private static String noResponse(Notification notification, Exception e) {
        return text("noResponse", RecipientDisplay.display(notification.recipient()), e);
    }

    private static String text(String key, Object... parts) {
        return LocalizedMessage.of("notification.delivery.webhook." + key, parts)
                .toString();
    }

    /** What a browser would request; the JDK's client needs the characters encoded that browsers leave in a query. */
    private static URI uri(String url) {
        String href = WebUrl.tryParse(url)
                .orElseThrow(() -> new IllegalArgumentException("Invalid URL"))
                .href()
                .replaceFirst("#.*", "");
        StringBuilder encoded = new StringBuilder();
        href.chars()
                .forEach(one -> encoded.append(
                        UNSAFE.indexOf(one) < 0 ? Character.toString(one) : "%" + HEX.toHexDigits((byte) one)));
        return URI.create(encoded.toString().replaceAll("%(?![0-9a-fA-F]{2})", "%25"));
    }

    private HttpRequest request(Notification notification) {
        WebhookBody body = new WebhookBody(notification, links);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(body.url()))
                .timeout(RESPONSE_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Tidemark")
                .header("Idempotency-Key", notification.id().toString())
                .header("Tidemark-Timestamp", timestamp);
        String json = body.json();
        secret.ifPresent(key -> request.header("Tidemark-Signature", HmacSignature.of(key, timestamp + "." + json)));
        return request.POST(HttpRequest.BodyPublishers.ofString(json)).build();
    }
}
