package dev.tidemark.platform.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * All HTTP requests of the server itself: only to addresses that {@link AddressPolicy} allows, without following redirects, with
 * limits of time and size.
 */
@ApplicationScoped
public class OutboundHttp {

    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);
    private static final Timeout READ_TIMEOUT = Timeout.ofSeconds(20);
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(30);

    /** A person waits for a response that is read. */
    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(10);

    static final int MAX_BYTES = 1_000_000;

    private final AddressPolicy policy;
    private final DnsResolver resolver;

    @Inject
    public OutboundHttp(OutboundSettings settings) {
        this(settings.policy(), SystemDefaultDnsResolver.INSTANCE::resolve);
    }

    /** @param resolver finds the addresses of a name */
    OutboundHttp(AddressPolicy policy, Resolver resolver) {
        this.policy = policy;
        this.resolver = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return resolver.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** Finds the addresses of a name. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * Posts JSON and returns the status of the response.
     *
     * @throws BlockedAddressException if the policy does not allow the address
     * @throws IOException if there was no response within 30 s
     */
    public int postJson(URI uri, Map<String, String> headers, String json) throws IOException {
        HttpPost request = new HttpPost(uri);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        CompletableFuture<Void> deadline = cancelAfter(TOTAL_TIMEOUT, request);
        try (CloseableHttpClient client = client(policy)) {
            int status = client.executeOpen(RoutingSupport.determineHost(request), request, null)
                    .getCode();
            // Closing the response would read its body to the end, which may never come.
            request.cancel();
            return status;
        } catch (HttpException invalid) {
            throw new IOException("Invalid response", invalid);
        } finally {
            deadline.cancel(false);
        }
    }

    /**
     * Sends a request and reads the response.
     *
     * @throws BlockedAddressException if the policy does not allow the address
     * @throws IOException if there was no response within 10 s, or a larger one than 1 MB
     */
    public OutboundResponse exchange(OutboundRequest request) throws IOException {
        HttpUriRequestBase message =
                request.body().isPresent() ? new HttpPost(request.uri()) : new HttpGet(request.uri());
        request.headers().forEach(message::setHeader);
        request.body().ifPresent(body -> message.setEntity(new ByteArrayEntity(body.getBytes(UTF_8), null)));
        CompletableFuture<Void> deadline = cancelAfter(EXCHANGE_TIMEOUT, message);
        try (CloseableHttpClient client = client(request.goesToConfiguredServer() ? policy.ofOperator() : policy)) {
            OutboundResponse response = read(client.executeOpen(RoutingSupport.determineHost(message), message, null));
            message.cancel();
            return response;
        } catch (HttpException invalid) {
            throw new IOException("Invalid response", invalid);
        } finally {
            deadline.cancel(false);
        }
    }

    private static CompletableFuture<Void> cancelAfter(Duration time, HttpUriRequestBase request) {
        return CompletableFuture.runAsync(
                request::cancel, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static OutboundResponse read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("The response is larger than " + MAX_BYTES + " bytes");
        }
        Optional<String> mediaType = Optional.ofNullable(entity).map(HttpEntity::getContentType);
        return new OutboundResponse(response.getCode(), mediaType, new String(bytes, UTF_8));
    }

    /** A client per request: no connection is kept, and with it no decision about an address. */
    private CloseableHttpClient client(AddressPolicy applied) {
        Lookup<TlsSocketStrategy> tls = RegistryBuilder.<TlsSocketStrategy>create()
                .register(URIScheme.HTTPS.id, DefaultClientTlsStrategy.createSystemDefault())
                .build();
        BasicHttpClientConnectionManager connections = new BasicHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(proxy -> new GuardedSocket(applied), null, resolver, tls),
                ManagedHttpClientConnectionFactory.INSTANCE);
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(CONNECT_TIMEOUT)
                .setSocketTimeout(READ_TIMEOUT)
                .build());
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(READ_TIMEOUT)
                        .setExpectContinueEnabled(false)
                        .build())
                .setUserAgent("Tidemark")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }
}
