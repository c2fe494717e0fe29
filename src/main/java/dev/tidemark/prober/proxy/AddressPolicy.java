package dev.tidemark.prober.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses probes may reach. Asked for the address that is really connected to, never for a name.
 *
 * <p>Cloud metadata and the product's own services: never. Public ones: always. Loopback and private ones: while only
 * this machine can reach the product, as its user could reach them anyway. All else: when a network allows it.
 */
public final class AddressPolicy {

    private final boolean reachableFromOutside;
    private final List<CidrBlock> allowed;
    private final ProtectedServices own;

    AddressPolicy(boolean reachableFromOutside, List<CidrBlock> allowed, ProtectedServices own) {
        this.reachableFromOutside = reachableFromOutside;
        this.allowed = List.copyOf(allowed);
        this.own = own;
    }

    /** May look up the names of the product's own services, when the port is one of theirs: not for an event loop. */
    public boolean allows(InetAddress address, int port) {
        InetAddress plain = IpLiteral.ofBytes(address.getAddress());
        Optional<InetAddress> embedded = EmbeddedIpv4.in(plain);
        if (embedded.isPresent()) {
            return allows(embedded.get(), port) && AddressClass.of(plain) != AddressClass.METADATA;
        }
        return allows(AddressClass.of(plain), plain) && !own.has(plain, port);
    }

    /** Whether asking for this port never waits for a name server. */
    boolean isQuick(int port) {
        return !own.uses(port);
    }

    private boolean allows(AddressClass kind, InetAddress address) {
        return switch (kind) {
            case METADATA, NOWHERE -> false;
            case PUBLIC -> true;
            case LOOPBACK, PRIVATE -> !reachableFromOutside || isAllowed(address);
            case SPECIAL, UNASSIGNED -> isAllowed(address);
        };
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }
}
