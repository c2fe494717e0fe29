package dev.tidemark.config.writer;

import dev.tidemark.model.probe.Probe;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds secrets that differ between two versions of a probe, which show the same mask. */
public final class ChangedSecrets {

    private ChangedSecrets() {}

    /** Pointers (RFC 6901) of values that {@link SecretFreeDefinition} masks in both versions and that differ. */
    public static List<String> between(Probe before, Probe after) {
        Map<String, String> maskedBefore = ProbeDifference.flat(SecretFreeDefinition.of(before));
        Map<String, String> maskedAfter = ProbeDifference.flat(SecretFreeDefinition.of(after));
        Map<String, String> old = ProbeDifference.flat(ProbeWriter.complete(before));
        Map<String, String> now = ProbeDifference.flat(ProbeWriter.complete(after));
        return new TreeSet<>(maskedBefore.keySet())
                .stream()
                        .filter(pointer -> maskedBefore.get(pointer).equals(maskedAfter.get(pointer)))
                        .filter(pointer -> old.containsKey(pointer) && now.containsKey(pointer))
                        .filter(pointer -> !maskedBefore.get(pointer).equals(old.get(pointer)))
                        .filter(pointer -> !old.get(pointer).equals(now.get(pointer)))
                        .toList();
    }
}
