package dev.tidemark.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final String NO_NETWORKS = "";

    private static OutboundSettings settings(String host, String allowed) {
        return new OutboundSettings(
                host,
                Optional.of(allowed).filter(text -> !text.isEmpty()),
                Optional.of("jdbc:postgresql://127.0.0.1:5432/tidemark"),
                "127.0.0.1",
                2525,
                9990,
                false);
    }

    @Nested
    class GivenAServerOnLoopback {

        private final AddressPolicy policy = settings("127.0.0.1", NO_NETWORKS).policy();

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "93.184.215.14",
                    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
                    "127.0.0.1",
                    "127.8.9.10",
                    "::1",
                    "::ffff:127.0.0.1",
                    "10.0.0.1",
                    "172.16.0.1",
                    "172.31.255.255",
                    "192.168.1.1",
                    "100.64.0.1",
                    "fd12:3456::1",
                    "64:ff9b::10.0.0.1"
                })
        void whenTheAddressIsLocalOrPrivate_thenItIsAllowed(String address) {
            assertThat(allows(policy, address, 80)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "169.254.169.254",
                    "::ffff:169.254.169.254",
                    "::ffff:a9fe:a9fe",
                    "::169.254.169.254",
                    "2002:a9fe:a9fe::1",
                    "64:ff9b::169.254.169.254",
                    "64:ff9b:1::169.254.169.254",
                    "::ffff:0:169.254.169.254",
                    "169.254.170.2",
                    "100.100.100.200",
                    "168.63.129.16",
                    "192.0.0.192",
                    "fd00:ec2::254",
                    "fd20:ce::254",
                    "0.0.0.0",
                    "0.1.2.3",
                    "::",
                    "224.0.0.1",
                    "239.255.255.250",
                    "255.255.255.255",
                    "240.0.0.1",
                    "ff02::1",
                    "169.254.1.1",
                    "fe80::1",
                    "fec0::1",
                    "192.0.2.1",
                    "198.18.0.1",
                    "198.51.100.1",
                    "203.0.113.1",
                    "2001:db8::1",
                    "2001::1",
                    "4000::1"
                })
        void whenItIsMetadataOrUnusable_thenItIsBlocked(String address) {
            assertThat(allows(policy, address, 80)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {5432, 2525, 9990})
        void whenItIsAProtectedService_thenItIsBlockedByAnyAddress(int port) throws UnknownHostException {
            assertThat(allows(policy, "127.0.0.1", port)).isFalse();
            assertThat(allows(policy, "127.0.0.2", port)).isFalse();
            assertThat(allows(policy, "::1", port)).isFalse();
            assertThat(allows(policy, "::ffff:127.0.0.1", port)).isFalse();
            assertThat(policy.allows(InetAddress.getLocalHost(), port)).isFalse();
            assertThat(allows(policy, "93.184.215.14", port)).isTrue();
            assertThat(allows(policy, "127.0.0.1", port + 1)).isTrue();
        }
    }

    @Nested
    class GivenAnExposedServer {

        private final AddressPolicy policy =
                settings("0.0.0.0", "10.1.0.0/16, fd12::/16 169.254.7.7").policy();

        @ParameterizedTest
        @ValueSource(
                strings = {"8.8.8.8", "10.1.0.0", "10.1.255.255", "::ffff:10.1.2.3", "fd12::1", "169.254.7.7", "2600::1"
                })
        void whenItIsPublicOrInAnAllowedNetwork_thenItIsAllowed(String address) {
            assertThat(allows(policy, address, 80)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "10.0.255.255",
                    "10.2.0.0",
                    "127.0.0.1",
                    "::1",
                    "::ffff:7f00:1",
                    "2002:7f00:1::",
                    "64:ff9b::7f00:1",
                    "192.168.1.1",
                    "100.64.0.1",
                    "fd13::1",
                    "169.254.7.8",
                    "169.254.169.254"
                })
        void whenItIsPrivateAndNotInOne_thenItIsBlocked(String address) {
            assertThat(allows(policy, address, 80)).isFalse();
        }

        @Test
        void whenEverythingIsAllowed_thenMetadataAndUnusableStayBlocked() {
            AddressPolicy everything = settings("0.0.0.0", "0.0.0.0/0,::/0").policy();

            assertThat(allows(everything, "127.0.0.1", 80)).isTrue();
            assertThat(allows(everything, "169.254.169.254", 80)).isFalse();
            assertThat(allows(everything, "fd00:ec2::254", 80)).isFalse();
            assertThat(allows(everything, "0.0.0.0", 80)).isFalse();
            assertThat(allows(everything, "127.0.0.1", 5432)).isFalse();
        }
    }

    @Nested
    class GivenInvalidNetworks {

        @Test
        void whenTheyAreRead_thenAllAreReported() {
            assertThatThrownBy(() -> settings("0.0.0.0", "10.0.0.0/33,10.1.0.0/16,intern,fd00::/129,1.2.3/8"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("TIDEMARK_ALLOW_NETWORKS")
                    .hasMessageContaining(
                            "Invalid network in TIDEMARK_ALLOW_NETWORKS: 10.0.0.0/33, intern, fd00::/129, 1.2.3/8. Use");
        }
    }

    private static boolean allows(AddressPolicy policy, String address, int port) {
        return policy.allows(IpLiteral.parse(address).orElseThrow(), port);
    }
}
