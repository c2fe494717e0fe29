package dev.tidemark.platform.proxy;

import io.undertow.server.handlers.SecureCookieHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts forwarded headers before sessions and authentication, and marks cookies of HTTPS requests as secure. */
public final class ForwardedHeadersExtension implements ServletExtension {

    private static final String THIS_MACHINE = "127.0.0.0/8,::1";

    /** Called by Undertow. */
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        Config config = ConfigProvider.getConfig(deployment.getClassLoader());
        boolean behindProxy =
                config.getOptionalValue("tidemark.behind.proxy", Boolean.class).orElse(false);
        Optional<TrustedProxies> trusted = Optional.of(config.getOptionalValue("tidemark.trusted.proxies", String.class)
                        .orElse(THIS_MACHINE))
                .filter(text -> behindProxy)
                .map(TrustedProxies::of);
        deployment.addInitialHandlerChainWrapper(next -> new ForwardedHandler(trusted, new SecureCookieHandler(next)));
    }
}
