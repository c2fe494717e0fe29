package dev.tidemark.analysis.diff;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Differences in the conditions of measurement. They have no share, since their effect cannot be measured. */
final class ConditionChanges {

    private static final double MIN_SPEED_CHANGE = 0.15;

    private ConditionChanges() {}

    static List<Cause> between(DiffSide before, DiffSide after) {
        List<Cause> causes = new ArrayList<>();
        if (!before.browser().equals(after.browser())
                && !before.browser().isEmpty()
                && !after.browser().isEmpty()) {
            causes.add(cause(
                    LocalizedMessage.of("cause.browserChanged"),
                    LocalizedMessage.of("cause.beforeAfterPlain", before.browser(), after.browser())));
        }
        if (before.profile().isPresent()
                && after.profile().isPresent()
                && !before.profile().equals(after.profile())) {
            causes.add(cause(
                    LocalizedMessage.of("cause.profileChanged"),
                    LocalizedMessage.of(
                            "cause.beforeAfterPlain",
                            before.profile().get().name(),
                            after.profile().get().name())));
        }
        double speed = before.machine() > 0 && after.machine() > 0 ? after.machine() / before.machine() - 1 : 0;
        if (Math.abs(speed) >= MIN_SPEED_CHANGE) {
            causes.add(cause(
                    LocalizedMessage.of("cause.hostSpeed", Math.round(Math.abs(speed) * 100), speed < 0 ? 0 : 1),
                    LocalizedMessage.of("cause.hostSpeed.detail")));
        }
        return causes;
    }

    private static Cause cause(LocalizedMessage text, LocalizedMessage detail) {
        return new Cause(text, detail, OptionalDouble.empty());
    }
}
