package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.UnknownMetricException;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The subject of an e-mail. */
final class MailSubject {

    private static final int MAX_DEPLOY_LENGTH = 60;

    private MailSubject() {}

    /**
     * Of several notices: the subject of the most severe one, the number of the others, and what all have in common, as in
     * {@code [failing] Shop: LCP 3.9 s > 2.5 s @ frankfurt and 36 more (all on shop.example)}.
     */
    static String of(List<Notice> notices) {
        String first = worst(notices).subject();
        int others = notices.size() - 1;
        if (others == 0) {
            return first;
        }
        return shared(notices)
                .map(cause -> LocalizedMessage.of("notification.subject.severalShared", first, others, cause))
                .orElseGet(() -> LocalizedMessage.of("notification.subject.several", first, others))
                .toString();
    }

    static Notice worst(List<Notice> notices) {
        return notices.stream().min(Comparator.comparing(Notice::kind)).orElseThrow();
    }

    /** What several probes have in common: a deploy, else the host, the metric or the location; empty for one probe. */
    static Optional<String> shared(List<Notice> notices) {
        if (notices.stream().map(Notice::probe).distinct().count() < 2) {
            return Optional.empty();
        }
        return only(notices, notice -> notice.deploy().orElse(""))
                .map(deploy ->
                        shared("deploy", UntrustedText.clean(deploy.replaceAll("\\p{Cntrl}+", " "), MAX_DEPLOY_LENGTH)))
                .or(() -> only(notices, MailSubject::host).map(host -> shared("host", host)))
                .or(() -> only(notices, MailSubject::metric).map(metric -> shared("metric", metric)))
                .or(() -> only(notices, notice -> notice.location().name()).map(name -> shared("location", name)));
    }

    private static String shared(String property, String value) {
        return LocalizedMessage.of("notification.shared." + property, value).toString();
    }

    private static Optional<String> only(List<Notice> notices, Function<Notice, String> property) {
        Set<String> values = notices.stream().map(property).collect(Collectors.toSet());
        return values.size() == 1
                ? values.stream().filter(value -> !value.isEmpty()).findFirst()
                : Optional.empty();
    }

    private static String host(Notice notice) {
        return WebUrl.tryParse(notice.url()).map(WebUrl::host).orElse("");
    }

    /** The first word of the headline that is the code of a metric, as in {@code LCP 3.9 s > 2.5 s}; empty without one. */
    private static String metric(Notice notice) {
        return Stream.of(notice.headline().split(" "))
                .filter(MailSubject::isMetric)
                .findFirst()
                .orElse("");
    }

    private static boolean isMetric(String token) {
        try {
            return token.equals(Metric.of(token).code());
        } catch (UnknownMetricException notAMetric) {
            return false;
        }
    }
}
