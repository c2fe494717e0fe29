package dev.tidemark.storage.run;

import dev.tidemark.model.result.Profile;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** The profile of a run as its row keeps it: the numbers, so that a later change of what a name means changes no history. */
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
