package dev.tidemark.contrast;

import dev.tidemark.wording.Said;
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
            causes.add(cause(
                    Said.of("causes.another_browser_measured"),
                    Said.of("causes.from_to_as_is", before.browser(), after.browser())));
        }
        if (before.profile().isPresent()
                && after.profile().isPresent()
                && !before.profile().equals(after.profile())) {
            causes.add(cause(
                    Said.of("causes.the_profile_is_another"),
                    Said.of(
                            "causes.from_to_as_is",
                            before.profile().get().name(),
                            after.profile().get().name())));
        }
        double speed = before.machine() > 0 && after.machine() > 0 ? after.machine() / before.machine() - 1 : 0;
        if (Math.abs(speed) >= MACHINE_THAT_MATTERS) {
            causes.add(cause(
                    Said.of("causes.our_own_machine_was", Math.round(Math.abs(speed) * 100), speed < 0 ? 0 : 1),
                    Said.of("causes.by_the_benchmark_taken_right_before")));
        }
        return causes;
    }

    private static Cause cause(Said text, Said detail) {
        return new Cause(text, detail, OptionalDouble.empty());
    }
}
