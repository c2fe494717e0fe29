package dev.tidemark.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
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
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP requests of the server itself to addresses that its users enter: only to addresses that {@link AddressPolicy}
 * allows, without following redirects and without reading the body of the response.
 */
@ApplicationScoped
public class OutboundHttp {

    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);
    private static final Timeout READ_TIMEOUT = Timeout.ofSeconds(20);
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(30);

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
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                request::cancel, CompletableFuture.delayedExecutor(TOTAL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        try (CloseableHttpClient client = client()) {
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

    /** A client per request: no connection is kept, and with it no decision about an address. */
    private CloseableHttpClient client() {
        Lookup<TlsSocketStrategy> tls = RegistryBuilder.<TlsSocketStrategy>create()
                .register(URIScheme.HTTPS.id, DefaultClientTlsStrategy.createSystemDefault())
                .build();
        BasicHttpClientConnectionManager connections = new BasicHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(proxy -> new GuardedSocket(policy), null, resolver, tls),
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
