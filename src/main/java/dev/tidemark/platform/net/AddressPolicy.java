package dev.tidemark.platform.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Decides which addresses Tidemark may connect to: for probes, webhooks, and what an OpenID provider names. It is applied to the
 * resolved address, never to a host name.
 *
 * <p>Cloud metadata and Tidemark's own services are always blocked, public addresses always allowed. Loopback and
 * private addresses are allowed while Tidemark itself is reachable from this machine only, whose user could reach
 * them anyway. Other addresses require a configured network.
 */
public final class AddressPolicy {

    private final boolean exposed;
    private final List<CidrBlock> allowed;
    private final ProtectedServices protectedServices;

    AddressPolicy(boolean exposed, List<CidrBlock> allowed, ProtectedServices protectedServices) {
        this.exposed = exposed;
        this.allowed = List.copyOf(allowed);
        this.protectedServices = protectedServices;
    }

    /**
     * May resolve the host names of Tidemark's own services if the port is one of theirs; must not be called on
     * an event loop.
     */
    public boolean allows(InetAddress address, int port) {
        InetAddress plain = IpLiteral.ofBytes(address.getAddress());
        Optional<InetAddress> embedded = EmbeddedIpv4.in(plain);
        if (embedded.isPresent()) {
            return allows(embedded.get(), port) && AddressClass.of(plain) != AddressClass.METADATA;
        }
        return allows(AddressClass.of(plain), plain) && !protectedServices.isProtected(plain, port);
    }

    /** For a server that the operator has configured: it may be in the internal network, as the database may. */
    AddressPolicy ofOperator() {
        return new AddressPolicy(false, allowed, protectedServices);
    }

    /** Whether the decision for this port needs no DNS lookup. */
    public boolean needsNoLookup(int port) {
        return !protectedServices.uses(port);
    }

    private boolean allows(AddressClass kind, InetAddress address) {
        return switch (kind) {
            case METADATA, NOWHERE -> false;
            case PUBLIC -> true;
            case LOOPBACK, PRIVATE -> !exposed || isAllowed(address);
            case SPECIAL, UNASSIGNED -> isAllowed(address);
        };
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }
}
