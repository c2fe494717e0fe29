package dev.tidemark.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Undeploys the application of a running server by its marker files, and deploys it again. */
record Redeployment(Path deployments) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** @param name of the server's folders */
    static Redeployment of(String name) {
        return new Redeployment(BuildDirectory.folder(name + "-data").resolve("server/deployments"));
    }

    void run() throws Exception {
        Path deployed = deployments.resolve("tidemark.war.deployed");
        Files.deleteIfExists(deployed);
        await(() -> Files.exists(deployments.resolve("tidemark.war.undeployed")));
        Files.createFile(deployments.resolve("tidemark.war.dodeploy"));
        await(() -> Files.exists(deployed));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        if (!OutageSetup.await(LIMIT, condition)) {
            throw new IllegalStateException("The application was not redeployed within " + LIMIT);
        }
    }
}
