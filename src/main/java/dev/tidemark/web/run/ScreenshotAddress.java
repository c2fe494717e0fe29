package dev.tidemark.web.run;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.run.ArtifactKey;
import java.util.List;

/** The URL of the screenshot of a run. */
public final class ScreenshotAddress {

    private ScreenshotAddress() {}

    /** Empty if there is none, or retention has removed it. */
    public static String of(RunId run, List<ArtifactKey> artifacts) {
        return artifacts.stream()
                .filter(key -> key.kind() == Artifact.ArtifactType.SCREENSHOT)
                .findFirst()
                .map(key -> "/api/v1/runs/" + run + "/samples/" + key.sample() + "/screenshot")
                .orElse("");
    }
}
