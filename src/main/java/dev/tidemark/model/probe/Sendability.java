package dev.tidemark.model.probe;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether what a definition says can be requested and sent. A definition that cannot is rejected when it is saved; one that an
 * earlier version has stored, or whose secrets do not exist, gets an outcome that says why.
 *
 * @param byBrowser whether a browser sends it
 * @param secure whether the first page has the scheme https
 */
public record Sendability(boolean byBrowser, boolean secure) {

    /** Without a valid target, a page of the scheme https: the target has an error of its own. */
    public static Sendability of(Optional<Target> target) {
        return new Sendability(
                target.filter(Target.Http.class::isInstance).isEmpty(),
                target.map(known -> known.url().isSecure()).orElse(true));
    }

    /** The outcome of a run that cannot send its requests; empty when it can. */
    public static Optional<Outcome> fault(Probe probe) {
        Optional<LocalizedMessage> invalidUrl =
                urls(probe.target()).flatMap(url -> url.fault().stream()).findFirst();
        TreeSet<String> missing = SecretReference.namesIn(probe);
        if (!missing.isEmpty()) {
            return Optional.of(new Outcome(
                    OutcomeType.INVALID_REQUEST,
                    LocalizedMessage.of("outcome.secret.missing", LocalizedMessage.list(List.copyOf(missing)))
                            .toString()));
        }
        try {
            Sendability.of(Optional.of(probe.target())).check(probe);
        } catch (InvalidValueException unsendable) {
            return invalidUrl
                    .map(fault -> new Outcome(OutcomeType.INVALID_URL, fault.toString()))
                    .or(() -> Optional.of(new Outcome(OutcomeType.INVALID_REQUEST, unsendable.getMessage())));
        }
        return invalidUrl.map(fault -> new Outcome(OutcomeType.INVALID_URL, fault.toString()));
    }

    private void check(Probe probe) {
        PageLoadSettings settings = probe.pageLoadSettings();
        settings.headers().forEach(this::checkHeader);
        checkNames(settings.headers());
        settings.cookies().forEach(this::checkCookie);
        probe.profile().userAgent().ifPresent(Sendability::checkUserAgent);
    }

    /** @throws InvalidValueException for a user agent that cannot be sent */
    public static void checkUserAgent(String agent) {
        RequestHeader.checkValue("User-Agent", agent);
    }

    /** @throws InvalidValueException for a header that cannot be sent */
    public void checkHeader(String name, String value) {
        RequestHeader.check(name, value, byBrowser);
    }

    /** @throws InvalidValueException for a header that is given twice, because names have no case */
    public void checkNames(Map<String, String> headers) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : headers.keySet()) {
            if (!names.add(name)) {
                throw new InvalidValueException("validation.headers.duplicate", names.ceiling(name), name);
            }
        }
    }

    /** @throws InvalidValueException for a cookie that cannot be set */
    public void checkCookie(String name, String value) {
        RequestCookie.check(name, value, secure);
    }

    private static Stream<WebUrl> urls(Target target) {
        List<Step> steps = target instanceof Target.PageTarget page
                ? page.steps()
                : target instanceof Target.Journey journey ? journey.steps() : List.of();
        return Stream.concat(
                Stream.of(target.url()),
                steps.stream().filter(Step.Open.class::isInstance).map(step -> ((Step.Open) step).url()));
    }
}
