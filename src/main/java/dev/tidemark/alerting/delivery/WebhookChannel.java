package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.HmacSignature;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.net.BlockedAddressException;
import dev.tidemark.platform.net.OutboundHttp;
import dev.tidemark.platform.url.WebUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Webhooks: one signed POST per notification; a 2xx status means that it was accepted. Of the response only its status is used, as
 * the URL might be that of an internal service. Redirects are not followed.
 */
@ApplicationScoped
class WebhookChannel implements Channel {

    private static final String UNSAFE = "|^`{}\\";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PageUrls links;
    private final Optional<String> secret;
    private final SecretStore secrets;
    private final Clock clock;
    private final OutboundHttp http;

    /** @param secret the signing key, {@code TIDEMARK_WEBHOOK_SECRET}; without one requests are not signed */
    @Inject
    WebhookChannel(
            PageUrls links,
            @ConfigProperty(name = "tidemark.webhook.secret") Optional<String> secret,
            SecretStore secrets,
            Clock clock,
            OutboundHttp http) {
        this.links = links;
        this.secret = secret;
        this.secrets = secrets;
        this.clock = clock;
        this.http = http;
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
        Notification stored = notifications.get(0);
        Notification notification = stored.withRecipient(secrets.resolve(stored.recipient()));
        int status = post(notification);
        if (status / 100 == 2) {
            return String.valueOf(status);
        }
        boolean permanent = status / 100 == 4 && status != 408 && status != 429;
        DeliveryFailure temporary = status / 100 == 5 ? DeliveryFailure.INTERRUPTED : DeliveryFailure.RETRY;
        throw new DeliveryException(
                permanent ? DeliveryFailure.REJECTED : temporary,
                text("response", RecipientDisplay.display(notification.recipient()), String.valueOf(status)),
                null);
    }

    private int post(Notification notification) throws DeliveryException {
        WebhookBody body = new WebhookBody(notification, links);
        String json = body.json();
        LocalizedMessage recipient = RecipientDisplay.display(notification.recipient());
        try {
            return http.postJson(uri(body.url()), headers(notification, json), json);
        } catch (IllegalArgumentException e) {
            throw new DeliveryException(DeliveryFailure.REJECTED, text("invalidUrl"), e);
        } catch (BlockedAddressException e) {
            throw new DeliveryException(DeliveryFailure.REJECTED, text("blocked", recipient), e);
        } catch (ConnectException | UnknownHostException | SSLException e) {
            throw new DeliveryException(DeliveryFailure.UNAVAILABLE, text("noResponse", recipient, reason(e)), e);
        } catch (IOException e) {
            throw new DeliveryException(DeliveryFailure.INTERRUPTED, text("noResponse", recipient, reason(e)), e);
        }
    }

    /** Never what the other side sent, which exceptions of the HTTP client quote. */
    private static LocalizedMessage reason(IOException failure) {
        String key = "other";
        if (failure instanceof UnknownHostException) {
            key = "unknownHost";
        } else if (failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException) {
            key = "timeout";
        } else if (failure instanceof ConnectException) {
            key = "refused";
        } else if (failure instanceof SSLException) {
            key = "tls";
        }
        return LocalizedMessage.of("notification.delivery.webhook.reason." + key);
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

    private Map<String, String> headers(Notification notification, String json) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", notification.id().toString());
        headers.put("Tidemark-Timestamp", timestamp);
        secret.ifPresent(key -> headers.put("Tidemark-Signature", HmacSignature.of(key, timestamp + "." + json)));
        return headers;
    }
}
