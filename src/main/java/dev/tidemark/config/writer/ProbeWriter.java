package dev.tidemark.config.writer;

import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a probe as a map in the format of {@code DefinitionReader}, for JSON or YAML. */
public final class ProbeWriter {

    private final boolean showSecrets;

    private ProbeWriter(boolean showSecrets) {
        this.showSecrets = showSecrets;
    }

    /** For pages and API: secrets are masked, and built-in profiles are written by name. */
    public static Map<String, Object> masked(Probe probe) {
        return new ProbeWriter(false).write(probe);
    }

    /** For the database: with secrets, and with the values of the profile. */
    public static String json(Probe probe) {
        return Json.createObjectBuilder(complete(probe)).build().toString();
    }

    /** With secrets. */
    static Map<String, Object> complete(Probe probe) {
        return new ProbeWriter(true).write(probe);
    }

    /** Steps in the format of a probe's {@code journey}. */
    public static List<Map<String, Object>> journey(List<Step> steps) {
        return new StepWriter(true).write(steps);
    }

    /** Limits in the format of a probe's {@code budgets}. */
    public static List<Map<String, Object>> budgets(List<Limit> limits) {
        return limits.stream().map(LimitWriter::write).toList();
    }

    /** Limits by tag in the format of a bundle's {@code budgets}. */
    public static List<Map<String, Object>> shared(List<TagLimit> limits) {
        return limits.stream()
                .map(one -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("tags", one.tags());
                    map.putAll(LimitWriter.write(one.limit()));
                    return map;
                })
                .toList();
    }

    /** Limits by tag for the database: a bundle as JSON. */
    public static String sharedJson(List<TagLimit> limits) {
        return Json.createObjectBuilder(Map.of("budgets", shared(limits)))
                .build()
                .toString();
    }

    private Map<String, Object> write(Probe probe) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", probe.id().slug());
        map.put("name", probe.name());
        target(probe.target(), map);
        cadence(probe.cadence(), map);
        map.put("samples", probe.samples());
        boolean byName = !showSecrets && NamedProfiles.isNamed(probe.profile());
        map.put("profile", byName ? probe.profile().name() : profile(probe.profile()));
        map.put("locations", probe.locations().stream().map(LocationName::name).toList());
        map.put("enabled", probe.enabled());
        map.put("tags", probe.tags());
        map.put("budgets", budgets(probe.budgets()));
        map.put("notify", showSecrets ? probe.recipients() : masked(probe.recipients()));
        new PageLoadSettingsWriter(showSecrets).write(probe.pageLoadSettings(), map);
        return map;
    }

    private static List<String> masked(List<String> recipients) {
        return recipients.stream().map(MaskedRecipient::of).toList();
    }

    private void target(Target target, Map<String, Object> map) {
        StepWriter writer = new StepWriter(showSecrets);
        if (target instanceof Target.Http http) {
            new HttpCheckWriter(showSecrets).write(http, map);
            return;
        }
        if (target instanceof Target.Journey journey) {
            map.put("journey", writer.write(journey.steps()));
            return;
        }
        map.put("url", target.url().toString());
        List<Map<String, Object>> steps = writer.write(((Target.PageTarget) target).steps());
        if (!steps.isEmpty()) {
            map.put("steps", steps);
        }
    }

    private static void cadence(Cadence cadence, Map<String, Object> map) {
        if (cadence instanceof Cadence.Cron cron) {
            map.put("cron", cron.expression());
            map.put("zone", cron.zone().getId());
        } else {
            map.put("every", ((Cadence.Every) cadence).span().toString());
        }
    }

    private static Map<String, Object> profile(Profile profile) {
        Viewport screen = profile.viewport();
        NetworkConditions network = profile.network();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", profile.name());
        map.put(
                "viewport",
                Map.of(
                        "width", screen.width(),
                        "height", screen.height(),
                        "scale", number(screen.scale()),
                        "mobile", screen.mobile(),
                        "touch", screen.touch()));
        map.put(
                "network",
                Map.of("rttMs", network.rttMillis(), "downKbps", network.downKbps(), "upKbps", network.upKbps()));
        map.put("cpuSlowdown", number(profile.cpuSlowdown()));
        profile.userAgent().ifPresent(agent -> map.put("userAgent", agent));
        return map;
    }

    /** Writes 2500 instead of 2500.0. */
    static Number number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE) {
            return (long) value;
        }
        return value;
    }
}
