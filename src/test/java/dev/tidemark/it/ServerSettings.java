package dev.tidemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Settings of a server for tests, without starting one. */
final class ServerSettings {

    private ServerSettings() {}

    /** @param name of its folders in the build directory, which are emptied */
    static Map<String, String> of(String name, TestDatabase database, int smtpPort) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("TIDEMARK_HTTP_PORT", String.valueOf(freePort()));
        settings.put("TIDEMARK_DATA_DIR", BuildDirectory.emptied(name + "-data").toString());
        settings.put(
                "TIDEMARK_PROBES_DIR",
                Files.createDirectories(BuildDirectory.emptied(name + "-probes"))
                        .toString());
        settings.put("TIDEMARK_CHROMIUM", TestSetting.of("TIDEMARK_CHROMIUM"));
        settings.put("TIDEMARK_DATABASE_URL", database.url());
        settings.put("TIDEMARK_DATABASE_USER", database.user());
        settings.put("TIDEMARK_DATABASE_PASSWORD", database.password());
        settings.put(TestEncryption.SETTING, TestEncryption.KEY);
        settings.put("TIDEMARK_API_TOKEN", TestServer.TOKEN);
        settings.put("TIDEMARK_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD);
        settings.put("TIDEMARK_ALLOW_NETWORKS", "127.0.0.0/8,::1/128");
        settings.put("TIDEMARK_SMTP_HOST", "127.0.0.1");
        settings.put("TIDEMARK_SMTP_PORT", String.valueOf(smtpPort));
        settings.put("TIDEMARK_SMTP_STARTTLS", "false");
        settings.put("TIDEMARK_SMTP_FROM", "tidemark@example.org");
        settings.put("TIDEMARK_JAVA_OPTS", "-Xms64m -Xmx512m " + TestSetting.of("tidemark.it.agent"));
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
