package dev.tidemark.prober.http;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;

/** Trusted certificates: those of the JDK's certificate authorities, or any if the probe is configured so. */
final class TlsTrust {

    private static final SslContext AUTHORITIES = build(false);
    private static final SslContext ALL = build(true);

    private TlsTrust() {}

    static SslContext context(boolean acceptInvalid) {
        return acceptInvalid ? ALL : AUTHORITIES;
    }

    private static SslContext build(boolean acceptAll) {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .sessionCacheSize(1)
                .sessionTimeout(1)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2,
                        ApplicationProtocolNames.HTTP_1_1));
        if (acceptAll) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        }
        try {
            return builder.build();
        } catch (SSLException failure) {
            throw new IllegalStateException("This Java runtime does not support TLS", failure);
        }
    }
}
