package dev.tidemark.launcher.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Nested
    class GivenSomebodyListens {
        @Test
        void whenThePortIsRequired_thenTheMessageNamesItAndTheRemedy() throws IOException {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = other.getLocalPort();

                assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", port))
                        .isInstanceOf(LaunchException.class)
                        .hasMessageContaining("port " + port)
                        .hasMessageContaining("TIDEMARK_HTTP_PORT=" + (port + 1));
            }
        }
    }

    @Nested
    class GivenNobodyListens {
        @Test
        void whenThePortIsRequired_thenItIsFree() throws IOException {
            int port = Ports.free();

            assertThatCode(() -> Ports.requireFree("127.0.0.1", port)).doesNotThrowAnyException();
        }
    }

    @Nested
    class GivenAnAddressOfAnotherMachine {
        @Test
        void whenItIsRequired_thenTheMessageNamesIt() {
            assertThatThrownBy(() -> Ports.requireFree("192.0.2.1", 8080)).hasMessageContaining("192.0.2.1");
        }
    }
}
