package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to secrets by name: a value {@code secret:NAME}, or <code>${secret:NAME}</code> within a text. */
public final class SecretReference {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,63}";
    private static final Pattern VALID_NAME = Pattern.compile(NAME);
    private static final Pattern REFERENCE = Pattern.compile("^secret:(" + NAME + ")$|\\$\\{secret:(" + NAME + ")}");

    private SecretReference() {}

    /** @throws InvalidValueException for a name that no reference can have */
    public static String requireName(String name) {
        if (!VALID_NAME.matcher(name).matches()) {
            throw new InvalidValueException("validation.secret.name", name);
        }
        return name;
    }

    /** Whether the whole value is a reference, which is not secret itself. */
    public static boolean isWhole(String value) {
        return value.startsWith("secret:") && REFERENCE.matcher(value).matches();
    }

    /** The names in a text. */
    public static TreeSet<String> namesIn(String text) {
        TreeSet<String> names = new TreeSet<>();
        REFERENCE.matcher(text).results().forEach(found -> names.add(name(found.group(1), found.group(2))));
        return names;
    }

    /** The names in the values of a probe that may refer to secrets. */
    public static TreeSet<String> namesIn(Probe probe) {
        TreeSet<String> names = new TreeSet<>();
        replace(probe, text -> {
            names.addAll(namesIn(text));
            return text;
        });
        return names;
    }

    /** The text with the values of known secrets; references to unknown ones remain. */
    public static String resolve(String text, Function<String, Optional<String>> values) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.apply(name(found.group(1), found.group(2))).orElse(found.group())));
    }

    /** The probe with the values of known secrets, which it also names as secret; references to unknown ones remain. */
    public static Probe resolve(Probe probe, Map<String, String> values) {
        return replace(probe, text -> resolve(text, name -> Optional.ofNullable(values.get(name))))
                .withSecretValues(List.copyOf(values.values()));
    }

    private static String name(String whole, String embedded) {
        return whole == null ? embedded : whole;
    }

    private static Probe replace(Probe probe, UnaryOperator<String> change) {
        PageLoadSettings settings = probe.pageLoadSettings();
        return probe.withTargetAndSettings(
                replace(probe.target(), change),
                settings.withSecrets(
                        replace(settings.headers(), change),
                        replace(settings.cookies(), change),
                        settings.basicAuthentication()
                                .map(one -> new PageLoadSettings.Credentials(
                                        change.apply(one.user()), change.apply(one.password()))),
                        replace(settings.localStorage(), change)));
    }

    private static Target replace(Target target, UnaryOperator<String> change) {
        if (target instanceof Target.Http http) {
            return new Target.Http(http.url(), http.method(), http.body().map(change), http.expect(), http.values());
        }
        return target instanceof Target.Journey journey
                ? new Target.Journey(replace(journey.steps(), change))
                : new Target.PageTarget(target.url(), replace(((Target.PageTarget) target).steps(), change));
    }

    private static List<Step> replace(List<Step> steps, UnaryOperator<String> change) {
        List<Step> replaced = new ArrayList<>();
        for (Step step : steps) {
            replaced.add(
                    step instanceof Step.Fill fill
                            ? new Step.Fill(
                                    fill.selector(),
                                    change.apply(fill.value()),
                                    fill.secret() || !namesIn(fill.value()).isEmpty())
                            : step);
        }
        return replaced;
    }

    private static Map<String, String> replace(Map<String, String> values, UnaryOperator<String> change) {
        Map<String, String> replaced = new LinkedHashMap<>(values);
        replaced.replaceAll((name, value) -> change.apply(value));
        return replaced;
    }
}
