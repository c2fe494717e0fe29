package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.ClientRedirect;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/** The way from the start URL to the final one, if pages have navigated away by themselves. */
public record RedirectPath(PageDetails page) {

    /** One redirect: when it began, how, and where to. */
    public record Hop(String at, LocalizedMessage kind, String url) {
        static Hop of(ClientRedirect one) {
            LocalizedMessage kind = one.kind().title();
            return new Hop(
                    time(one.atMillis()),
                    one.step() == 0 ? kind : LocalizedMessage.of("run.redirects.inStep", kind, one.step()),
                    one.to());
        }
    }

    public boolean isPresent() {
        return !page.redirects().isEmpty();
    }

    /** What the redirects mean for the metrics. */
    public LocalizedMessage getNotice() {
        return page.waitMillis() > 0
                ? LocalizedMessage.of("run.redirects.notice", time(page.waitMillis()))
                : LocalizedMessage.of("run.redirects.noticeOfSteps");
    }

    public String getStartUrl() {
        return page.startUrl();
    }

    public List<Hop> getHops() {
        return page.redirects().stream().map(Hop::of).toList();
    }

    public String getFinalUrl() {
        return page.displayedUrl();
    }

    private static String time(double millis) {
        return MetricFormat.of(Unit.MILLISECONDS, millis);
    }
}
