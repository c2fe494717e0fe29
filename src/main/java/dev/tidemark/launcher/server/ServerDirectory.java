package dev.tidemark.launcher.server;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.Directories;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.tls.TlsConfiguration;
import dev.tidemark.launcher.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The working directory of the server, recreated from the provisioned server at each start, so that nothing old
 * remains.
 */
record ServerDirectory(Path folder) {
    private static final String WAR = "tidemark.war";

    static ServerDirectory prepare(LauncherSettings settings) throws IOException {
        Path provisioned = settings.installation().server().resolve("standalone");
        Path war = settings.installation().war();
        if (!Files.isDirectory(provisioned) || !Files.exists(war)) {
            throw new LaunchException("No server found in "
                    + settings.installation().home() + ". In a source directory, build and start it with: mvn -Pstart");
        }
        Path folder = settings.data().resolve("server");
        Directories.delete(folder);
        Files.createDirectories(folder);
        Directories.copy(provisioned.resolve("configuration"), folder.resolve("configuration"));
        if (settings.mailUser()) {
            addMailUser(folder.resolve("configuration/standalone.xml"));
        }
        if ("json".equals(settings.product().get("TIDEMARK_LOG_FORMAT"))) {
            JsonLog.configure(folder.resolve("configuration"));
        }
        if (TlsFiles.of(settings.product()).isPresent()) {
            TlsConfiguration.addTo(folder.resolve("configuration/standalone.xml"));
        }
        Path deployments = Files.createDirectories(folder.resolve("deployments"));
        Files.copy(war, deployments.resolve(WAR));
        return new ServerDirectory(folder);
    }

    boolean deploymentFailed() {
        return Files.exists(folder.resolve("deployments").resolve(WAR + ".failed"));
    }

    /** The provisioned configuration has no credentials: with empty ones, the server would try to authenticate. */
    private static void addMailUser(Path configuration) throws IOException {
        String binding = "outbound-socket-binding-ref=\"tidemark-smtp\"";
        String credentials = " username=\"${env.TIDEMARK_SMTP_USER}\" password=\"${env.TIDEMARK_SMTP_PASSWORD:}\"";
        Files.writeString(configuration, Files.readString(configuration).replace(binding, binding + credentials));
    }
}
