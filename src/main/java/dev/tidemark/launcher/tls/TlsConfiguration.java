package dev.tidemark.launcher.tls;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds HTTPS to the configuration of WildFly. The provisioned one has none, as a listener without a certificate does not
 * start. HTTP is then for this machine only: for health checks, and for probes of Tidemark's own pages.
 */
public final class TlsConfiguration {
    private static final String ELYTRON = """
            </sasl>
            <tls>
                <key-stores>
                    <key-store name="tidemark">
                        <credential-reference clear-text="%1$s"/>
                        <implementation type="PKCS12"/>
                        <file path="${tidemark.tls.store}"/>
                    </key-store>
                </key-stores>
                <key-managers>
                    <key-manager name="tidemark" key-store="tidemark">
                        <credential-reference clear-text="%1$s"/>
                    </key-manager>
                </key-managers>
                <server-ssl-contexts>
                    <server-ssl-context name="tidemark" protocols="TLSv1.2 TLSv1.3" cipher-suite-names="TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256" key-manager="tidemark"/>
                </server-ssl-contexts>
            </tls>""".formatted(TlsKeyStore.PASSWORD);

    private static final Pattern HTTP_LISTENER = Pattern.compile("<http-listener name=\"default\"([^>]*)/>");

    /** What differs between the two listeners; everything else is a limit, which both have: see wildfly-config/http.cli. */
    private static final Pattern OWN_ATTRIBUTE = Pattern.compile("\\s(?:socket-binding|redirect-socket)=\"[^\"]*\"");

    private TlsConfiguration() {}

    /** Changes the file. */
    public static void addTo(Path standaloneXml) throws IOException {
        String text = Files.readString(standaloneXml);
        text = replaced(text, "</sasl>", ELYTRON);
        text = replaced(text, "<host name=\"default-host\"", listener(text) + "<host name=\"default-host\"");
        text = replaced(
                text,
                "<socket-binding name=\"http\" port=",
                "<socket-binding name=\"http\" interface=\"management\" port=");
        text = replaced(text, "${jboss.https.port:8443}", "${env.TIDEMARK_HTTPS_PORT:8443}");
        Files.writeString(standaloneXml, text);
    }

    private static String listener(String text) {
        Matcher http = HTTP_LISTENER.matcher(text);
        if (!http.find()) {
            throw incomplete("an HTTP listener");
        }
        String limits = OWN_ATTRIBUTE.matcher(http.group(1)).replaceAll("");
        return "<https-listener name=\"https\" socket-binding=\"https\" ssl-context=\"tidemark\"" + limits + "/>";
    }

    private static LaunchException incomplete(String part) {
        return new LaunchException(
                "The configuration of the server does not contain " + part + ". Install Tidemark again.");
    }

    private static String replaced(String text, String part, String by) {
        if (!text.contains(part)) {
            throw incomplete(part);
        }
        return text.replace(part, by);
    }
}
