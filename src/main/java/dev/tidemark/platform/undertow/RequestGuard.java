package dev.tidemark.platform.undertow;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Guards the servlets against malformed and slow requests. These handlers run on the I/O threads of the server, which never wait,
 * before anything reads a cookie, a header or a body; a servlet that reads a body would wait for it on one of few worker threads.
 */
public class RequestGuard implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> new HeaderHandler(new BodyHandler(next)));
    }
}
