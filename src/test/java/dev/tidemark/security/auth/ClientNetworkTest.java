package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @Nested
    class GivenTwoAddresses {

        @ParameterizedTest
        @CsvSource({
            "203.0.113.7,       203.0.113.7,             true",
            "203.0.113.7,       203.0.113.8,             false",
            "203.0.113.7,       ::ffff:203.0.113.7,      true",
            "2001:db8:1:2::1,   2001:db8:1:2:ffff::9,    true",
            "2001:db8:1:2::1,   2001:db8:1:3::1,         false",
            "fe80::1%eth0,      fe80::2,                 true",
            "2001:DB8:1:2::1,   2001:db8:1:2::1,         true",
            "127.0.0.1,         127.0.0.30,              true",
            "127.0.0.1,         ::1,                     true",
            "127.0.0.1,         ::ffff:127.0.0.1,        true",
            "unknown,           _hidden,                 false",
        })
        void whenTheyAreOfOneNetwork_thenTheyAreCountedTogether(String one, String other, boolean same) {
            assertThat(ClientNetwork.of(one)
                            .key()
                            .equals(ClientNetwork.of(other).key()))
                    .isEqualTo(same);
        }
    }

    @Nested
    class GivenAnAddress {

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1"})
        void whenItIsLoopback_thenTheClientIsLocal(String address) {
            assertThat(ClientNetwork.of(address).isLocal()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.0.0.1", "::2", "localhost", "localhost.evil.example", "", "999.1.1.1", ":::"})
        void whenItIsAnythingElse_thenItIsNot(String address) {
            assertThat(ClientNetwork.of(address).isLocal()).isFalse();
        }
    }
}
