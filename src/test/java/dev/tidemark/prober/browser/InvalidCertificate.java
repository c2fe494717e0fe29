package dev.tidemark.prober.browser;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Self-signed certificates for localhost and 127.0.0.1 by default, created with the JDK's keytool. */
final class InvalidCertificate {

    private static final String PASSWORD = "changeit";

    private InvalidCertificate() {}

    /** Valid for 30 days. */
    static SSLContext in(Path folder) throws Exception {
        return made(folder, "odd", "-dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -validity 30");
    }

    static SSLContext expired(Path folder) throws Exception {
        return made(
                folder,
                "expired",
                "-dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -startdate -30d -validity 20");
    }

    static SSLContext forAnotherName(Path folder) throws Exception {
        return made(folder, "another", "-dname CN=another.example -ext san=dns:another.example -validity 30");
    }

    private static SSLContext made(Path folder, String name, String what) throws Exception {
        Path store = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments =
                "-genkeypair -keyalg EC " + what + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store;
        Process made = new ProcessBuilder((keytool + " " + arguments).split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("keytool ended with " + made.exitValue());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
