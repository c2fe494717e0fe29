package dev.tidemark.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What differs in how both sides were measured. No share: nobody can tell it from these loads. */
final class Conditions {

    private static final double MACHINE_THAT_MATTERS = 0.15;

    private Conditions() {}

    static List<Cause> between(Load before, Load after) {
        List<Cause> causes = new ArrayList<>();
        if (!before.browser().equals(after.browser())
                && !before.browser().isEmpty()
                && !after.browser().isEmpty()) {
            causes.add(cause("Another browser measured", before.browser() + " → " + after.browser()));
        }
        if (before.profile().isPresent()
                && after.profile().isPresent()
                && !before.profile().equals(after.profile())) {
            causes.add(cause(
                    "The profile is another: the numbers cannot be compared",
                    before.profile().get().name() + " → "
                            + after.profile().get().name()));
        }
        double speed = before.machine() > 0 && after.machine() > 0 ? after.machine() / before.machine() - 1 : 0;
        if (Math.abs(speed) >= MACHINE_THAT_MATTERS) {
            String how = Math.round(Math.abs(speed) * 100) + " % " + (speed < 0 ? "slower" : "faster");
            causes.add(cause("Our own machine was " + how, "By the benchmark taken right before each run."));
        }
        return causes;
    }

    private static Cause cause(String text, String detail) {
        return new Cause(text, detail, OptionalDouble.empty());
    }
}
