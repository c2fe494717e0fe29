package dev.tidemark.it;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Sets the encryption key for all tests; starts the server and sets its management port before Arquillian reads the configuration. */
public final class ServerStartExtension implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        TestEncryption.setKey();
        boolean inContainer =
                AnnotationSupport.findRepeatableAnnotations(context.getRequiredTestClass(), ExtendWith.class).stream()
                        .flatMap(extensions -> java.util.stream.Stream.of(extensions.value()))
                        .anyMatch(ArquillianExtension.class::equals);
        if (inContainer) {
            TestServer.running();
        }
    }
}
