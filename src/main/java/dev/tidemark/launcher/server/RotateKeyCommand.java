package dev.tidemark.launcher.server;

import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.io.PrintStream;

/** Adds a new encryption key to the key file. The server encrypts the database with it: at once if it runs, else at its next start. */
public final class RotateKeyCommand implements LauncherCommand {
    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public String summary() {
        return "Encrypt the secrets in the database with a new key.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        LauncherSettings settings = LauncherSettings.of(LauncherSettings.ofThisProcess());
        EncryptionKeyFile file = EncryptionKeyFile.of(settings.product(), settings.data())
                .orElseThrow(
                        () -> new LaunchException(
                                "The encryption key is set by TIDEMARK_ENCRYPTION_KEY."
                                        + " To rotate it, put a new key in front of the current one, separated by a comma, and restart the"
                                        + " nodes one after the other: TIDEMARK_ENCRYPTION_KEY=NEW,CURRENT. Create a key with: openssl rand -base64 32"));
        try {
            file.rotate();
        } catch (IOException failed) {
            throw new LaunchException(
                    "Cannot write " + file.path() + ": " + failed + ". The key was not changed.", failed);
        }
        out.println("Added a new key to " + file.path() + ".");
        out.println("A running server starts to use it within 10 seconds; otherwise it is used at the next start.");
        out.println(
                "With several nodes, copy the file to all of them: the key is used as soon as every running node has it.");
        out.println("Back up the file apart from the database.");
        out.println("The previous key stays in the file: backups from before the rotation need it.");
        return SUCCESS;
    }
}
