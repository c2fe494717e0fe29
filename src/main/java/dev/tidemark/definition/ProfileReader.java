package dev.tidemark.definition;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Node;
import dev.tidemark.document.Section;
import dev.tidemark.observation.NetworkShape;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.Viewport;
import java.util.Optional;

/** Reads {@code profile}: a name, or numbers that change those of a base. */
final class ProfileReader {

    private final Faults faults;

    ProfileReader(Faults faults) {
        this.faults = faults;
    }

    Profile read(Section probe) {
        if (!(probe.node("profile").orElse(null) instanceof Node.Fields)) {
            return probe.made("profile", Profiles::named).orElse(Profiles.standard());
        }
        Section section = probe.section("profile").orElseThrow();
        Profile base = section.made("base", Profiles::named).orElse(Profiles.standard());
        String name = section.text("name").orElse("custom");
        Viewport viewport = section.section("viewport")
                .map(child -> viewport(child, base.viewport()))
                .orElse(base.viewport());
        NetworkShape network = network(section, base.network());
        double cpu = section.number("cpuSlowdown").orElse(base.cpuSlowdown());
        var agent = section.text("userAgent").or(() -> section.has("base") ? base.userAgent() : Optional.empty());
        section.end();
        return faults.attempt(section.placeOf("cpuSlowdown"), () -> new Profile(name, viewport, network, cpu, agent))
                .orElse(base);
    }

    private Viewport viewport(Section section, Viewport base) {
        int width = section.integer("width").orElse(base.width());
        int height = section.integer("height").orElse(base.height());
        double scale = section.number("scale").orElse(base.scale());
        boolean mobile = section.flag("mobile").orElse(base.mobile());
        boolean touch = section.flag("touch").orElse(base.touch());
        section.end();
        return faults.attempt(section.place(), () -> new Viewport(width, height, scale, mobile, touch))
                .orElse(base);
    }

    private NetworkShape network(Section profile, NetworkShape base) {
        if (profile.node("network").orElse(null) instanceof Node.Text) {
            return profile.made("network", Profiles::named)
                    .map(Profile::network)
                    .orElse(base);
        }
        return profile.section("network")
                .map(child -> network(child, base, faults))
                .orElse(base);
    }

    private static NetworkShape network(Section section, NetworkShape base, Faults faults) {
        int rtt = section.integer("rttMs").orElse(base.rttMillis());
        int down = section.integer("downKbps").orElse(base.downKbps());
        int up = section.integer("upKbps").orElse(base.upKbps());
        section.end();
        return faults.attempt(section.place(), () -> new NetworkShape(rtt, down, up))
                .orElse(base);
    }
}
