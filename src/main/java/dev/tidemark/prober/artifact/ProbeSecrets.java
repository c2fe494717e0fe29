package dev.tidemark.prober.artifact;

import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets of a probe: values of headers, cookies, storage and fill steps, the password, and
 * what it refers to by name. They are masked
 * wherever they occur, also in URLs and in responses of the site.
 */
public final class ProbeSecrets {

    private static final String MASK = "***";
    /** A shorter value occurs by chance, so masking it would make texts unreadable without hiding it. */
    private static final int MIN_LENGTH = 4;

    private static final int MIN_PART_LENGTH = 8;
    /** Texts of pages are cut at this length or a greater one. */
    private static final int MIN_TRUNCATED_LENGTH = 300;
    /** Characters that an encoding of any character may begin with. */
    private static final String ESCAPE_CHARACTERS = "%\\&+";

    private static final Pattern OWN_CREDENTIALS = Pattern.compile("^https?://([^/?#@]*?:?([^/?#@:]*))@");
    private static final Pattern USER_IN_URL =
            Pattern.compile("(\\b[a-z][a-z0-9+.-]*://)[^\\s/?#\"'<>]*@", Pattern.CASE_INSENSITIVE);

    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-api-key",
            "x-auth-token",
            "x-csrf-token");

    /** Values of check boxes, which are no secret and occur everywhere. */
    private static final Set<String> STATES = Set.of("true", "false", "checked", "unchecked");

    private final List<SecretPattern> longestFirst;
    private final BitSet firstCharacters = new BitSet();
    private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private ProbeSecrets(Stream<String> values, Set<String> probeHeaders) {
        longestFirst = values.filter(value -> value.length() >= MIN_LENGTH)
                .flatMap(value -> Stream.of(value, base64(value)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(SecretPattern::of)
                .toList();
        longestFirst.forEach(secret -> firstCharacters.set(secret.characters()[0]));
        ESCAPE_CHARACTERS.chars().forEach(firstCharacters::set);
        headers.addAll(probeHeaders);
        headers.addAll(SECRET_HEADERS);
    }

    public static ProbeSecrets of(Probe probe) {
        PageLoadSettings settings = probe.pageLoadSettings();
        Stream<String> sent = Stream.concat(
                settings.headers().values().stream().flatMap(ProbeSecrets::parts),
                Stream.of(settings.cookies(), settings.localStorage()).flatMap(values -> values.values().stream()));
        Stream<String> password = settings.basicAuthentication().stream()
                .flatMap(one -> Stream.of(one.password(), base64(one.user() + ":" + one.password())));
        return new ProbeSecrets(
                Stream.of(
                                sent,
                                password,
                                inUrl(probe.target()),
                                typedValues(probe.target()),
                                probe.secretValues().stream()
                                        .flatMap(value -> Stream.concat(Stream.of(value), value.lines())))
                        .flatMap(values -> values),
                settings.headers().keySet());
    }

    /** The password in a URL of an earlier version; today such a URL is rejected. */
    private static Stream<String> inUrl(Target target) {
        Matcher credentials = OWN_CREDENTIALS.matcher(target.url().spelling());
        return credentials.find() ? Stream.of(credentials.group(2), base64(credentials.group(1))) : Stream.empty();
    }

    /**
     * A header value may consist of a scheme and a token, and cookies are pairs: a page may reveal the token
     * alone.
     */
    private static Stream<String> parts(String header) {
        return Stream.concat(
                Stream.of(header),
                Stream.of(header.split("[;, ]+"))
                        .map(part -> part.substring(part.indexOf('=') + 1))
                        .filter(part -> part.length() >= MIN_PART_LENGTH));
    }

    private static Stream<String> typedValues(Target target) {
        List<Step> steps = target instanceof Target.PageTarget page
                ? page.steps()
                : target instanceof Target.Journey journey ? journey.steps() : List.of();
        return steps.stream()
                .filter(Step.Fill.class::isInstance)
                .map(step -> ((Step.Fill) step).value())
                .flatMap(value -> Stream.concat(Stream.of(value), value.lines()))
                .filter(value -> !STATES.contains(value));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text without any of the values; a user and password in any URL are masked as well. */
    public String mask(String text) {
        String masked = longestFirst.isEmpty() ? text : maskValues(text);
        return masked.contains("@") ? USER_IN_URL.matcher(masked).replaceAll("$1" + MASK + "@") : masked;
    }

    private String maskValues(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = firstCharacters.get(text.codePointAt(at)) ? endOfSecret(text, at) : at;
            if (end > at) {
                masked.append(MASK);
                at = end;
            } else {
                masked.append(text.charAt(at++));
            }
        }
        return masked.toString();
    }

    /** End of a secret that begins there; else the start. Truncated text may end within a secret. */
    private int endOfSecret(String text, int at) {
        int least = text.length() < MIN_TRUNCATED_LENGTH ? Integer.MAX_VALUE : MIN_LENGTH;
        String whole = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        return longestFirst.stream()
                .mapToInt(secret -> secret.endIn(whole, at, least))
                .filter(end -> end > at)
                .findFirst()
                .orElse(at);
    }

    /** Whether the values of a header are secret, whoever sends it. */
    public static boolean isSecretHeader(String name) {
        return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The value of a header, masked completely if the header is meant for secrets. */
    String maskHeader(String name, String value) {
        return headers.contains(name.toLowerCase(Locale.ROOT)) ? MASK : mask(value);
    }
}
