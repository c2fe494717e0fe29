package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.UntrustedText;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The subject of a mail: what, where, how bad. */
final class MailSubject {

    private static final int LONGEST_DEPLOY = 60;

    private MailSubject() {}

    /** Of several notices the worst stands for all: {@code [failing] Shop: LCP ... @ frankfurt, and 36 more, all of shop.example}. */
    static String of(List<Notice> notices) {
        String first = worst(notices).subject();
        return notices.size() == 1
                ? first
                : first + ", and " + (notices.size() - 1) + " more"
                        + shared(notices).map(cause -> ", " + cause).orElse("");
    }

    static Notice worst(List<Notice> notices) {
        return notices.stream().min(Comparator.comparing(Notice::tone)).orElseThrow();
    }

    /** What several probes have in common: a deploy before, else their host, metric or location; empty for one probe. */
    static Optional<String> shared(List<Notice> notices) {
        if (notices.stream().map(Notice::probe).distinct().count() < 2) {
            return Optional.empty();
        }
        return only(notices, notice -> notice.deploy().orElse(""))
                .map(deploy ->
                        "all after deploy " + UntrustedText.clean(deploy.replaceAll("\\p{Cntrl}+", " "), LONGEST_DEPLOY))
                .or(() -> only(notices, MailSubject::host).map(host -> "all of " + host))
                .or(() -> only(notices, MailSubject::metric).map(metric -> "all " + metric))
                .or(() -> only(notices, notice -> notice.location().name()).map(place -> "all @ " + place));
    }

    private static Optional<String> only(List<Notice> notices, Function<Notice, String> what) {
        Set<String> values = notices.stream().map(what).collect(Collectors.toSet());
        return values.size() == 1
                ? values.stream().filter(value -> !value.isEmpty()).findFirst()
                : Optional.empty();
    }

    private static String host(Notice notice) {
        try {
            return String.valueOf(URI.create(notice.url()).getHost()).replace("null", "");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** The headline of a broken limit begins with the metric's code. */
    private static String metric(Notice notice) {
        String first = notice.headline().replaceFirst("^still ", "").split(" ")[0];
        return first.matches("[A-Z][A-Z0-9_]+") && !first.equals("HTTP") ? first : "";
    }
}
