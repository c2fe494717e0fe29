package dev.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.netty.bootstrap.Bootstrap;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/**
 * Each connection that the server opens is one of the table in network.md. The launcher is a program of its own, which connects to what its operator
 * has configured.
 */
class OutboundConnectionsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tidemark");

    /** Methods that connect, in classes that have others. */
    private static final Map<Class<?>, Set<String>> CONNECTING = Map.of(
            URL.class, Set.of("openConnection", "openStream", "getContent"),
            HTTPRequest.class, Set.of("send", "toHttpURLConnection"),
            JWKSet.class, Set.of("load"),
            OIDCProviderMetadata.class, Set.of("resolve"));

    private static GivenClassesConjunction classesOutsideOf(String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages);
    }

    @Test
    void whenAClassOpensAConnection_thenItIsInTheGuardedPackage() {
        classesOutsideOf("dev.tidemark.platform.net", "dev.tidemark.launcher..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Socket.class,
                        SocketFactory.class,
                        DatagramSocket.class,
                        SocketChannel.class,
                        DatagramChannel.class,
                        AsynchronousSocketChannel.class,
                        URLConnection.class,
                        HttpClient.class,
                        DefaultResourceRetriever.class)
                .because("OutboundHttp applies the address policy")
                .check(CLASSES);
    }

    @Test
    void whenALibraryCouldConnect_thenItIsNotAsked() {
        classesOutsideOf("dev.tidemark.platform.net", "dev.tidemark.launcher..")
                .should()
                .callMethodWhere(describe("opens a connection", OutboundConnectionsTest::connects))
                .because("OutboundHttp applies the address policy")
                .check(CLASSES);
    }

    @Test
    void whenAProbeConnects_thenItIsByTheProxyOrTheHttpCheck() {
        classesOutsideOf("dev.tidemark.prober.proxy", "dev.tidemark.prober.http")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Bootstrap.class)
                .because("these two ask the address policy before they connect")
                .check(CLASSES);
    }

    private static boolean connects(JavaAccess<?> access) {
        return CONNECTING.entrySet().stream()
                .anyMatch(entry -> access.getTargetOwner().isEquivalentTo(entry.getKey())
                        && entry.getValue().contains(access.getName()));
    }
}
