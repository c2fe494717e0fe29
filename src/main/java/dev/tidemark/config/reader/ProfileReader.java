package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Sendability;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import java.util.Optional;

/** Reads {@code profile}: a name, or values that override those of a base profile. */
final class ProfileReader {

    private final ValidationErrors errors;

    ProfileReader(ValidationErrors errors) {
        this.errors = errors;
    }

    Profile read(MappingReader probe) {
        if (!(probe.node("profile").orElse(null) instanceof DocumentNode.Fields)) {
            return probe.parsed("profile", NamedProfiles::named).orElse(NamedProfiles.defaultProfile());
        }
        MappingReader section = probe.section("profile").orElseThrow();
        Profile base = section.parsed("base", NamedProfiles::named).orElse(NamedProfiles.defaultProfile());
        String name = section.text("name").orElse("custom");
        Viewport viewport = section.section("viewport")
                .map(child -> viewport(child, base.viewport()))
                .orElse(base.viewport());
        NetworkConditions network = network(section, base.network());
        double cpu = section.number("cpuSlowdown").orElse(base.cpuSlowdown());
        section.text("userAgent")
                .ifPresent(text -> errors.tryRun(section.placeOf("userAgent"), () -> Sendability.checkUserAgent(text)));
        var agent = section.text("userAgent").or(() -> section.has("base") ? base.userAgent() : Optional.empty());
        section.rejectUnknownKeys();
        return errors.tryCreate(section.placeOf("cpuSlowdown"), () -> new Profile(name, viewport, network, cpu, agent))
                .orElse(base);
    }

    private Viewport viewport(MappingReader section, Viewport base) {
        int width = section.integer("width").orElse(base.width());
        int height = section.integer("height").orElse(base.height());
        double scale = section.number("scale").orElse(base.scale());
        boolean mobile = section.flag("mobile").orElse(base.mobile());
        boolean touch = section.flag("touch").orElse(base.touch());
        section.rejectUnknownKeys();
        return errors.tryCreate(section.place(), () -> new Viewport(width, height, scale, mobile, touch))
                .orElse(base);
    }

    private NetworkConditions network(MappingReader profile, NetworkConditions base) {
        if (profile.node("network").orElse(null) instanceof DocumentNode.Text) {
            return profile.parsed("network", NamedProfiles::named)
                    .map(Profile::network)
                    .orElse(base);
        }
        return profile.section("network")
                .map(child -> network(child, base, errors))
                .orElse(base);
    }

    private static NetworkConditions network(MappingReader section, NetworkConditions base, ValidationErrors errors) {
        int rtt = section.integer("rttMs").orElse(base.rttMillis());
        int down = section.integer("downKbps").orElse(base.downKbps());
        int up = section.integer("upKbps").orElse(base.upKbps());
        section.rejectUnknownKeys();
        return errors.tryCreate(section.place(), () -> new NetworkConditions(rtt, down, up))
                .orElse(base);
    }
}
