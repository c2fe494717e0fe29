package dev.tidemark.evidence;

import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Step;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.VisitSettings;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a probe brings along that nobody else may read: values of its headers, cookies, storage and filled fields, and its
 * password. They are masked wherever they stand, also in an address or in what the site sends back.
 */
public final class Secrets {

    private static final String MASK = "***";
    /** A shorter value occurs by chance everywhere, and masking it would spoil the text without hiding it. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_PART = 8;

    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-api-key",
            "x-auth-token",
            "x-csrf-token");

    private final List<String> longestFirst;
    private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private Secrets(Stream<String> values, Set<String> ownHeaders) {
        longestFirst = values.filter(value -> value.length() >= SHORTEST)
                .flatMap(Secrets::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        headers.addAll(ownHeaders);
        headers.addAll(SECRET_HEADERS);
    }

    public static Secrets of(Probe probe) {
        VisitSettings visit = probe.visit();
        Stream<String> brought = Stream.concat(
                visit.headers().values().stream().flatMap(Secrets::parts),
                Stream.of(visit.cookies(), visit.localStorage()).flatMap(values -> values.values().stream()));
        Stream<String> password = visit.basicAuthentication().stream()
                .flatMap(one -> Stream.of(one.password(), base64(one.user() + ":" + one.password())));
        return new Secrets(
                Stream.of(brought, password, filled(probe.target())).flatMap(values -> values),
                visit.headers().keySet());
    }

    /** As it is, in an address and in JSON: a page writes it in any of these ways. */
    private static Stream<String> spellings(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String quoted = Json.createValue(value).toString();
        return Stream.of(
                value, encoded, encoded.replace("+", "%20"), quoted.substring(1, quoted.length() - 1), base64(value));
    }

    /** A header's value may be a scheme and a token, and cookies are pairs: a page may tell the token alone. */
    private static Stream<String> parts(String header) {
        return Stream.concat(
                Stream.of(header),
                Stream.of(header.split("[;, ]+"))
                        .map(part -> part.substring(part.indexOf('=') + 1))
                        .filter(part -> part.length() >= SHORTEST_PART));
    }

    private static Stream<String> filled(Target target) {
        List<Step> steps = target instanceof Target.Page page
                ? page.steps()
                : target instanceof Target.Journey journey ? journey.steps() : List.of();
        return steps.stream().filter(Step.Fill.class::isInstance).map(step -> ((Step.Fill) step).value());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return longestFirst.isEmpty();
    }

    /** The text without any of the values; a user and password in an address are masked whosever they are. */
    public String mask(String text) {
        String masked = text;
        for (String secret : longestFirst) {
            masked = masked.replace(secret, MASK);
        }
        return masked.replaceFirst("^([a-z]+://)[^/?#@]*@", "$1" + MASK + "@");
    }

    /** A header's value, wholly masked where the header is there to carry a secret. */
    String maskHeader(String name, String value) {
        return headers.contains(name.toLowerCase(Locale.ROOT)) ? MASK : mask(value);
    }
}
