package dev.tidemark.prober.proxy;

import dev.tidemark.platform.net.AddressPolicy;
import dev.tidemark.platform.net.CidrBlock;
import dev.tidemark.platform.net.IpLiteral;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Resolves a host name like the machine does (hosts file, DNS) and filters the addresses by policy. Connections use
 * exactly the filtered addresses, which prevents DNS rebinding.
 */
final class HostResolver {

    private static final String LOCALHOST = "localhost";

    private final AddressPolicy policy;
    private final Executor lookups;

    HostResolver(AddressPolicy policy, Executor lookups) {
        this.policy = policy;
        this.lookups = lookups;
    }

    /** Resolves a name; fails with {@link UnknownHostException}. Completes on a thread that may block. */
    CompletableFuture<List<InetAddress>> resolve(String name) {
        return CompletableFuture.supplyAsync(() -> lookUp(name), lookups);
    }

    /** The addresses that the policy allows. */
    CompletableFuture<List<InetAddress>> permitted(List<InetAddress> addresses, int port) {
        return policy.needsNoLookup(port)
                ? CompletableFuture.completedFuture(filter(addresses, port))
                : CompletableFuture.supplyAsync(() -> filter(addresses, port), lookups);
    }

    private List<InetAddress> filter(List<InetAddress> addresses, int port) {
        return addresses.stream()
                .filter(address -> policy.allows(address, port))
                .toList();
    }

    /** Addresses that need no lookup: IP literals and localhost (RFC 6761). */
    static Optional<List<InetAddress>> literal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST)) {
            return Optional.of(List.of(
                    CidrBlock.of("127.0.0.1").base(), CidrBlock.of("::1").base()));
        }
        return IpLiteral.parse(name).map(List::of);
    }

    private static List<InetAddress> lookUp(String name) {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException unknown) {
            throw new CompletionException(unknown);
        }
    }
}
