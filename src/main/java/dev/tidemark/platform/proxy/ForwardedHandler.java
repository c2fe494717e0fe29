package dev.tidemark.platform.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Replaces client address, scheme and host by what a trusted proxy forwarded, and demands HTTPS in the future where it
 * was used. Undertow's own handler believes everybody.
 */
final class ForwardedHandler implements HttpHandler {

    private static final HttpString HSTS = new HttpString("Strict-Transport-Security");
    private static final String ONE_YEAR = "max-age=31536000";
    private static final String HTTPS = "https";

    private final Optional<TrustedProxies> trusted;
    private final HttpHandler next;

    /** @param trusted empty if Tidemark is not behind a proxy */
    ForwardedHandler(Optional<TrustedProxies> trusted, HttpHandler next) {
        this.trusted = trusted;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        InetSocketAddress peer = exchange.getSourceAddress();
        trusted.filter(proxies -> peer.getAddress() != null && proxies.contains(peer.getAddress()))
                .ifPresent(proxies -> apply(proxies, exchange));
        if (exchange.getRequestScheme().equals(HTTPS)) {
            exchange.getResponseHeaders().put(HSTS, ONE_YEAR);
        }
        next.handleRequest(exchange);
    }

    private static void apply(TrustedProxies proxies, HttpServerExchange exchange) {
        proxies.client(values(exchange, Headers.X_FORWARDED_FOR))
                .ifPresent(address -> exchange.setSourceAddress(new InetSocketAddress(address, 0)));
        last(exchange, Headers.X_FORWARDED_PROTO)
                .filter(scheme -> scheme.matches("https?"))
                .ifPresent(exchange::setRequestScheme);
        last(exchange, Headers.X_FORWARDED_HOST)
                .filter(host -> host.matches("[\\w.-]+(:\\d{1,5})?|\\[[\\da-fA-F:.]+\\](:\\d{1,5})?"))
                .ifPresent(host -> exchange.getRequestHeaders().put(Headers.HOST, host));
    }

    /** What the nearest proxy wrote. */
    private static Optional<String> last(HttpServerExchange exchange, HttpString header) {
        String[] all = String.join(",", values(exchange, header)).split(",");
        return Optional.of(all[all.length - 1].strip()).filter(text -> !text.isEmpty());
    }

    private static List<String> values(HttpServerExchange exchange, HttpString header) {
        return Optional.<List<String>>ofNullable(exchange.getRequestHeaders().get(header))
                .orElse(List.of());
    }
}
