package dev.tidemark.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceManagerTest {
    @Test
    void givenASocket_thenItIsPresent() {
        assertThat(ServiceManager.of(Map.of("NOTIFY_SOCKET", "/run/systemd/notify"))
                        .isPresent())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void givenNoSocket_thenItIsNot(String socket) {
        assertThat(ServiceManager.of(Map.of("NOTIFY_SOCKET", socket)).isPresent())
                .isFalse();
        assertThat(ServiceManager.of(Map.of()).isPresent()).isFalse();
    }
}
