package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , false, true",
        "localhost, , false, true",
        "[::1], , false, true",
        "127.0.0.1, https://watch.example/, false, false",
        "127.0.0.1, , true, false",
        "0.0.0.0, , false, false",
        "10.1.0.7, , true, false"
    })
    void whenOthersCanReachTheServer_thenItIsNotLoopbackOnly(
            String host, String publicUrl, boolean behindProxy, boolean loopbackOnly) {
        AccountSettings settings = new AccountSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                host,
                Optional.ofNullable(publicUrl),
                behindProxy);

        assertThat(settings.isLoopbackOnly()).isEqualTo(loopbackOnly);
    }
}
