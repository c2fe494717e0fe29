package dev.tidemark.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsConfigurationTest {

    private static final String CONFIGURATION = """
            <sasl></sasl>
            <http-listener name="default" socket-binding="http" max-post-size="67108864" read-timeout="120000" redirect-socket="https" enable-http2="true"/>
            <host name="default-host" alias="localhost"/>
            <socket-binding name="http" port="8080"/>
            <socket-binding name="https" port="${jboss.https.port:8443}"/>
            """;

    @TempDir
    Path folder;

    private String withTls(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("standalone.xml"), configuration);
        TlsConfiguration.addTo(file);
        return Files.readString(file);
    }

    @Test
    void whenTlsIsAdded_thenItsListenerHasTheLimitsOfTheOther() throws IOException {
        assertThat(withTls(CONFIGURATION))
                .contains("<https-listener name=\"https\" socket-binding=\"https\" ssl-context=\"tidemark\""
                        + " max-post-size=\"67108864\" read-timeout=\"120000\" enable-http2=\"true\"/><host ");
    }

    @Test
    void whenThereIsNoHttpListener_thenTheErrorSaysWhatIsMissing() {
        assertThatThrownBy(() -> withTls(CONFIGURATION.replace("http-listener", "ajp-listener")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("an HTTP listener");
    }
}
