package dev.tidemark.config.writer;

import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.PageLoadSettings.Credentials;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restores the secrets in an edited probe that was sent out masked: {@code ***} and masked recipients stand for the stored
 * values.
 */
public final class SecretRestorer {

    private final Probe before;

    private SecretRestorer(Probe before) {
        this.before = before;
    }

    public static Probe restore(Probe edited, Probe before) {
        SecretRestorer restorer = new SecretRestorer(before);
        return edited.withTargetAndSettings(restorer.target(edited.target()), restorer.visit(edited.pageLoadSettings()))
                .withRecipients(restorer.recipients(edited.recipients()));
    }

    /** Whether a secret of the probe is still masked and therefore unknown. */
    public static boolean isMasked(Probe probe) {
        return ProbeWriter.json(probe).contains("\"" + SecretFields.MASK + "\"")
                || probe.recipients().stream().anyMatch(MaskedRecipient::isMasked);
    }

    private List<String> recipients(List<String> edited) {
        return edited.stream()
                .map(now -> before.recipients().stream()
                        .filter(was -> MaskedRecipient.of(was).equals(now))
                        .findFirst()
                        .orElse(now))
                .toList();
    }

    private Target target(Target edited) {
        if (edited instanceof Target.Journey journey) {
            return new Target.Journey(steps(journey.steps()));
        }
        if (edited instanceof Target.Http http) {
            String was = before.target() instanceof Target.Http old ? old.body().orElse(null) : null;
            Optional<String> body = http.body().map(now -> value(now, was));
            return new Target.Http(http.url(), http.method(), body, http.expect(), http.values());
        }
        return new Target.PageTarget(edited.url(), steps(((Target.PageTarget) edited).steps()));
    }

    private List<Step> steps(List<Step> edited) {
        Map<String, Deque<String>> filled = new HashMap<>();
        stepsOf(before.target()).forEach(step -> {
            if (step instanceof Step.Fill fill) {
                filled.computeIfAbsent(fill.selector(), selector -> new ArrayDeque<>())
                        .add(fill.value());
            }
        });
        return edited.stream()
                .map(step -> step instanceof Step.Fill fill ? restored(fill, filled) : step)
                .toList();
    }

    /** Fields that are filled several times keep their order. A value that would be shown from now on is not restored. */
    private static Step restored(Step.Fill fill, Map<String, Deque<String>> filled) {
        Deque<String> was = filled.getOrDefault(fill.selector(), new ArrayDeque<>());
        String before = was.size() > 1 ? was.poll() : was.peek();
        return SecretFields.isMasked(fill)
                ? new Step.Fill(fill.selector(), value(fill.value(), before), fill.secret())
                : fill;
    }

    private static List<Step> stepsOf(Target target) {
        if (target instanceof Target.PageTarget page) {
            return page.steps();
        }
        return target instanceof Target.Journey journey ? journey.steps() : List.of();
    }

    private PageLoadSettings visit(PageLoadSettings edited) {
        PageLoadSettings was = before.pageLoadSettings();
        Optional<Credentials> credentials = edited.basicAuthentication()
                .map(now -> new Credentials(
                        now.user(),
                        value(
                                now.password(),
                                was.basicAuthentication()
                                        .map(Credentials::password)
                                        .orElse(null))));
        return new PageLoadSettings(
                values(edited.headers(), was.headers()),
                values(edited.cookies(), was.cookies()),
                credentials,
                values(edited.localStorage(), was.localStorage()),
                edited.blocked(),
                edited.hosts(),
                edited.locale(),
                edited.timeZone(),
                edited.acceptInvalidCertificates(),
                edited.repeatView(),
                edited.expectedUrl(),
                edited.timeout());
    }

    private static Map<String, String> values(Map<String, String> edited, Map<String, String> was) {
        Map<String, String> values = new HashMap<>(edited);
        values.replaceAll((name, now) -> value(now, was.get(name)));
        return values;
    }

    private static String value(String now, String was) {
        return now.equals(SecretFields.MASK) && was != null ? was : now;
    }
}
