package dev.tidemark.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings that determine which addresses probes and webhooks may reach. */
@ApplicationScoped
public class OutboundSettings {

    private static final Pattern DATABASE_HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*).*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]]*?)\\]?(?::(\\d+))?");
    private static final int POSTGRESQL = 5432;

    private final AddressPolicy policy;
    private final ProtectedServices own;

    /**
     * @param httpHost address on which the product listens, {@code TIDEMARK_HTTP_HOST}
     * @param allowNetworks allowed networks besides public addresses, {@code TIDEMARK_ALLOW_NETWORKS}: {@code
     *     10.1.0.0/16,fd12::/16}
     * @param behindProxy whether a reverse proxy makes it reachable from other machines, {@code TIDEMARK_BEHIND_PROXY}
     * @throws IllegalArgumentException listing every invalid network
     */
    @Inject
    public OutboundSettings(
            @ConfigProperty(name = "tidemark.http.host", defaultValue = "127.0.0.1") String httpHost,
            @ConfigProperty(name = "tidemark.allow.networks") Optional<String> allowNetworks,
            @ConfigProperty(name = "tidemark.database.url") Optional<String> databaseUrl,
            @ConfigProperty(name = "tidemark.smtp.host", defaultValue = "localhost") String smtpHost,
            @ConfigProperty(name = "tidemark.smtp.port", defaultValue = "587") int smtpPort,
            @ConfigProperty(name = "jboss.management.http.port", defaultValue = "9990") int managementPort,
            @ConfigProperty(name = "tidemark.behind.proxy", defaultValue = "false") boolean behindProxy) {
        List<ProtectedServices.Service> services = new ArrayList<>(databases(databaseUrl.orElse("")));
        services.add(new ProtectedServices.Service(smtpHost, smtpPort));
        services.add(new ProtectedServices.Service("localhost", managementPort));
        own = new ProtectedServices(services);
        policy = new AddressPolicy(behindProxy || !isLoopback(httpHost), networks(allowNetworks.orElse("")), own);
    }

    public AddressPolicy policy() {
        return policy;
    }

    /** Also knows the ports of open proxy sessions. */
    public ProtectedServices own() {
        return own;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || IpLiteral.parse(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static List<CidrBlock> networks(String text) {
        List<String> entries = Arrays.stream(text.split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList();
        List<String> wrong = entries.stream()
                .filter(entry -> CidrBlock.parse(entry).isEmpty())
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Invalid network in TIDEMARK_ALLOW_NETWORKS: " + String.join(", ", wrong)
                    + ". Use a comma-separated list such as 10.1.0.0/16, 192.0.2.7, fd12::/16");
        }
        return entries.stream()
                .flatMap(entry -> CidrBlock.parse(entry).stream())
                .toList();
    }

    private static List<ProtectedServices.Service> databases(String url) {
        Matcher hosts = DATABASE_HOSTS.matcher(url);
        if (!hosts.matches()) {
            return List.of(new ProtectedServices.Service("localhost", POSTGRESQL));
        }
        return Arrays.stream(hosts.group(1).split(","))
                .map(HOST_AND_PORT::matcher)
                .filter(Matcher::matches)
                .map(one -> new ProtectedServices.Service(
                        one.group(1).isEmpty() ? "localhost" : one.group(1),
                        one.group(2) == null ? POSTGRESQL : Integer.parseInt(one.group(2))))
                .toList();
    }
}
