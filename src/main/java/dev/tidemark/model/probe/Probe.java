package dev.tidemark.model.probe;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Objects;

/**
 * The definition of a probe: target, schedule, profile, locations, limits and recipients.
 *
 * @param samples cold page loads per run, 1 to 9
 * @param recipients e-mail addresses, webhooks and contact groups that are notified of incidents
 * @param secretValues values of the secrets that the definition refers to; only while a run is executed
 */
public record Probe(
        ProbeId id,
        String name,
        Target target,
        Cadence cadence,
        int samples,
        Profile profile,
        List<LocationName> locations,
        boolean enabled,
        List<String> tags,
        List<Limit> budgets,
        List<String> recipients,
        PageLoadSettings pageLoadSettings,
        List<String> secretValues) {

    public Probe {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(cadence, "cadence");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(pageLoadSettings, "pageLoadSettings");
        if (samples < 1 || samples > 9) {
            throw new InvalidValueException("validation.samples.range", samples);
        }
        locations = List.copyOf(locations);
        tags = List.copyOf(tags);
        budgets = List.copyOf(budgets);
        recipients = List.copyOf(recipients);
        secretValues = List.copyOf(secretValues);
    }

    public Probe(
            ProbeId id,
            String name,
            Target target,
            Cadence cadence,
            int samples,
            Profile profile,
            List<LocationName> locations,
            boolean enabled,
            List<String> tags,
            List<Limit> budgets,
            List<String> recipients,
            PageLoadSettings pageLoadSettings) {
        this(
                id,
                name,
                target,
                cadence,
                samples,
                profile,
                locations,
                enabled,
                tags,
                budgets,
                recipients,
                pageLoadSettings,
                List.of());
    }

    /** The location of that name, or the first one if there is none. */
    public LocationName location(String named) {
        return locations.stream()
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElseGet(() -> locations.get(0));
    }

    /** @throws InvalidValueException if the probe does not run at a location of that name */
    public LocationName requireLocation(String named) {
        return locations.stream()
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "problem.location.notOfProbe", id, named, LocalizedMessage.list(locations)));
    }

    /** The same probe with other limits. */
    public Probe withLimits(List<Limit> limits) {
        return new Probe(
                id,
                name,
                target,
                cadence,
                samples,
                profile,
                locations,
                enabled,
                tags,
                limits,
                recipients,
                pageLoadSettings,
                secretValues);
    }

    /** The same probe, paused or resumed. */
    public Probe enabled(boolean now) {
        return new Probe(
                id,
                name,
                target,
                cadence,
                samples,
                profile,
                locations,
                now,
                tags,
                budgets,
                recipients,
                pageLoadSettings,
                secretValues);
    }

    /** The same probe with another target and other page load settings. */
    public Probe withTargetAndSettings(Target newTarget, PageLoadSettings newSettings) {
        return new Probe(
                id,
                name,
                newTarget,
                cadence,
                samples,
                profile,
                locations,
                enabled,
                tags,
                budgets,
                recipients,
                newSettings,
                secretValues);
    }

    /** The same probe with other recipients. */
    public Probe withRecipients(List<String> newRecipients) {
        return new Probe(
                id,
                name,
                target,
                cadence,
                samples,
                profile,
                locations,
                enabled,
                tags,
                budgets,
                newRecipients,
                pageLoadSettings,
                secretValues);
    }

    /** The same probe, with values that are masked in its results. */
    public Probe withSecretValues(List<String> values) {
        return new Probe(
                id,
                name,
                target,
                cadence,
                samples,
                profile,
                locations,
                enabled,
                tags,
                budgets,
                recipients,
                pageLoadSettings,
                values);
    }
}
