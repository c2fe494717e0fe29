package dev.tidemark.storage.run;

import dev.tidemark.model.result.Profile;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/**
 * Converts the profile of a run to JSON. The values are stored, so that a later change of a named profile does not affect
 * earlier runs.
 */
final class ProfileJson {
    private static final Jsonb JSON = JsonbBuilder.create();

    private ProfileJson() {}

    static String of(Profile profile) {
        return JSON.toJson(profile);
    }

    static Profile read(String json) {
        return JSON.fromJson(json, Profile.class);
    }
}
