package dev.tidemark.config.reader;

import dev.tidemark.config.document.NearestName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in profiles. {@code desktop} and {@code mobile} are those of Lighthouse
 * (https://github.com/GoogleChrome/lighthouse/blob/main/core/config/constants.js); the networks are those of sitespeed.io
 * (https://github.com/sitespeedio/throttle), with the desktop screen.
 */
public final class NamedProfiles {

    private static final Viewport DESKTOP_SCREEN = new Viewport(1350, 940, 1, false, false);
    private static final Viewport PHONE_SCREEN = new Viewport(412, 823, 1.75, true, true);
    private static final String PHONE_AGENT = "Mozilla/5.0 (Linux; Android 11; moto g power (2022)) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36";
    private static final Map<String, Profile> ALL = new LinkedHashMap<>();

    static {
        desktop("desktop", 40, 10_000, 10_000);
        ALL.put(
                "mobile",
                new Profile(
                        "mobile", PHONE_SCREEN, new NetworkConditions(150, 1_600, 750), 4, Optional.of(PHONE_AGENT)));
        desktop("unthrottled", 0, 0, 0);
        desktop("native", 0, 0, 0);
        desktop("cable", 14, 5_000, 1_000);
        desktop("dsl", 25, 1_500, 384);
        desktop("fois", 2, 20_000, 5_000);
        desktop("lte", 35, 12_000, 12_000);
        desktop("4g", 85, 9_000, 9_000);
        desktop("3g", 150, 1_600, 768);
        desktop("3gfast", 75, 1_600, 768);
        desktop("3gslow", 200, 400, 400);
        desktop("3gem", 200, 400, 400);
        desktop("2g", 400, 280, 256);
        desktop("edge", 35, 240, 200);
        desktop("dial", 60, 49, 30);
    }

    private NamedProfiles() {}

    /** The profile of probes that define none. */
    public static Profile defaultProfile() {
        return ALL.get("desktop");
    }

    /** All profiles, the most common ones first. */
    public static List<Profile> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * The profile of that name.
     *
     * @throws InvalidValueException for an unknown name, with the most similar one
     */
    public static Profile named(String name) {
        Profile profile = ALL.get(name);
        if (profile == null) {
            throw new InvalidValueException("validation.profile.unknown", name, NearestName.hint(name, ALL.keySet()));
        }
        return profile;
    }

    /** Whether all values of the profile are those of the built-in profile of its name. */
    public static boolean isNamed(Profile profile) {
        return profile.equals(ALL.get(profile.name()));
    }

    private static void desktop(String name, int rttMillis, int downKbps, int upKbps) {
        NetworkConditions network = new NetworkConditions(rttMillis, downKbps, upKbps);
        ALL.put(name, new Profile(name, DESKTOP_SCREEN, network, 1, Optional.empty()));
    }
}
