package dev.tidemark.model.result;

import java.util.List;
import java.util.Optional;

/**
 * Details of a page load besides its metrics, which explain the values.
 *
 * @param finalUrl of the last document, without its fragment
 * @param startUrl the URL that the probe opens; empty if it is not known
 * @param displayedUrl what the address bar shows at the end, after changes by the History API; empty if it is not known
 * @param redirects by the pages themselves, in chronological order
 */
public record PageDetails(
        String title,
        String finalUrl,
        Optional<LcpElement> lcp,
        List<LayoutShift> shifts,
        Optional<Interaction> worstInteraction,
        List<LongTask> longTasks,
        List<RequestRecord> requests,
        List<ConsoleMessage> console,
        List<StepResult> steps,
        String startUrl,
        String displayedUrl,
        List<ClientRedirect> redirects) {

    private static final PageDetails NONE = new PageDetails(
            "",
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            List.of());

    public PageDetails {
        shifts = List.copyOf(shifts);
        longTasks = List.copyOf(longTasks);
        requests = List.copyOf(requests);
        console = List.copyOf(console);
        // Details stored by earlier versions have no steps and no redirects.
        steps = steps == null ? List.of() : List.copyOf(steps);
        startUrl = startUrl == null ? "" : startUrl;
        displayedUrl = displayedUrl == null ? "" : displayedUrl;
        redirects = redirects == null ? List.of() : List.copyOf(redirects);
    }

    /**
     * The time from the start until the page whose metrics are measured was requested, in ms: it is part of no metric.
     * 0 if the first page stayed.
     */
    public double waitMillis() {
        return redirects.stream()
                .filter(redirect -> redirect.step() == 0)
                .mapToDouble(ClientRedirect::atMillis)
                .max()
                .orElse(0);
    }

    public static PageDetails none() {
        return NONE;
    }
}
