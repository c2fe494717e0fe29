package dev.tidemark.web.dashboard;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.catalog.ProbeFiles;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All probes, the worst first, filtered by state, tag and search text. */
@PageRoute(value = "/", view = "/dashboard/overview.xhtml")
@Named
@RequestScoped
public class OverviewPage {

    private static final String BY_TAG = "tag";

    private final StatusService statusService;
    private final ProbeFiles files;
    private String state = "";
    private String tag = "";
    private String q = "";
    private String group = "";
    private List<ProbeStatus> all = List.of();
    private List<ProbeStatus> filtered = List.of();
    private int fileErrors;

    @Inject
    public OverviewPage(StatusService statusService, ProbeFiles files) {
        this.statusService = statusService;
        this.files = files;
    }

    /** The probes with a tag; a probe with several tags is in several groups. */
    public record StatusGroup(LocalizedMessage title, LocalizedMessage summary, List<ProbeStatus> rows) {}

    /** A filter with the number of probes that match. */
    public record StateFilter(String label, LocalizedMessage title, long count, boolean selected, String address) {}

    public void load() {
        all = statusService.all();
        fileErrors = files.errors().size();
        filtered = all.stream()
                .filter(one -> state.isEmpty() || one.state().label().equals(state))
                .filter(one -> tag.isEmpty() || one.probe().tags().contains(tag))
                .filter(one -> q.isBlank() || one.matches(q))
                .toList();
    }

    public List<ProbeStatus> getShown() {
        return filtered;
    }

    /** One group of all probes, or one group per tag, ordered by their worst probe. */
    public List<StatusGroup> getGroups() {
        if (!isGrouped()) {
            return filtered.isEmpty()
                    ? List.of()
                    : List.of(new StatusGroup(LocalizedMessage.EMPTY, LocalizedMessage.EMPTY, filtered));
        }
        Map<LocalizedMessage, List<ProbeStatus>> byTag = new LinkedHashMap<>();
        for (ProbeStatus one : filtered) {
            groups(one).forEach(group -> byTag.computeIfAbsent(group, none -> new ArrayList<>())
                    .add(one));
        }
        return byTag.entrySet().stream()
                .map(one ->
                        new StatusGroup(one.getKey(), OverviewHeadline.counts(states(one.getValue())), one.getValue()))
                .toList();
    }

    private List<LocalizedMessage> groups(ProbeStatus one) {
        List<String> tags = one.probe().tags();
        return tags.isEmpty()
                ? List.of(LocalizedMessage.of("overview.group.untagged"))
                : tags.stream()
                        .filter(other -> tag.isEmpty() || other.equals(tag))
                        .map(LocalizedMessage::verbatim)
                        .toList();
    }

    public boolean isGrouped() {
        return group.equals(BY_TAG);
    }

    /** The URL that toggles grouping. */
    public String getOtherGrouping() {
        return address().with("group", isGrouped() ? "" : BY_TAG).url();
    }

    public boolean isWithoutProbes() {
        return all.isEmpty();
    }

    public boolean isFiltered() {
        return !state.isEmpty() || !tag.isEmpty() || !q.isBlank();
    }

    /** The overall state in one sentence. */
    public LocalizedMessage getHeadline() {
        return OverviewHeadline.of(
                states(all), all.stream().anyMatch(one -> one.last().isPresent()), fileErrors);
    }

    /** Number of errors in the probe files; the probes of an invalid file keep their previous definition. */
    public int getFileErrors() {
        return fileErrors;
    }

    public List<StateFilter> getStates() {
        return Arrays.stream(ProbeState.values())
                .filter(one -> count(one) > 0 || one.label().equals(state))
                .map(one -> choice(one.label(), one.title(), count(one)))
                .toList();
    }

    public List<StateFilter> getTags() {
        TreeMap<String, Long> counts = all.stream()
                .flatMap(one -> one.probe().tags().stream())
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new StateFilter(
                        one.getKey(),
                        LocalizedMessage.verbatim(one.getKey()),
                        one.getValue(),
                        one.getKey().equals(tag),
                        PageLink.of("/")
                                .with("state", state)
                                .with("tag", one.getKey().equals(tag) ? "" : one.getKey())
                                .with("q", q)
                                .with("group", group)
                                .url()))
                .toList();
    }

    public String getAllStatesAddress() {
        return PageLink.of("/")
                .with("tag", tag)
                .with("q", q)
                .with("group", group)
                .url();
    }

    public int getCount() {
        return all.size();
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag == null ? "" : tag;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q == null ? "" : q;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = BY_TAG.equals(group) ? group : "";
    }

    private StateFilter choice(String label, LocalizedMessage title, long count) {
        boolean chosen = label.equals(state);
        return new StateFilter(
                label,
                title,
                count,
                chosen,
                PageLink.of("/")
                        .with("state", chosen ? "" : label)
                        .with("tag", tag)
                        .with("q", q)
                        .with("group", group)
                        .url());
    }

    private PageLink address() {
        return PageLink.of("/").with("state", state).with("tag", tag).with("q", q);
    }

    private long count(ProbeState state) {
        return states(all).stream().filter(one -> one == state).count();
    }

    private static List<ProbeState> states(List<ProbeStatus> rows) {
        return rows.stream().map(ProbeStatus::state).toList();
    }
}
