package dev.tidemark.dashboard;

import dev.tidemark.standing.ProbeState;
import dev.tidemark.standing.Standing;
import dev.tidemark.standing.Standings;
import dev.tidemark.wording.Said;
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

/** All probes, worst first, filtered by state, tag and words. */
@Named
@RequestScoped
public class OverviewPage {

    private static final String BY_TAG = "tag";

    private final Standings standings;
    private String state = "";
    private String tag = "";
    private String q = "";
    private String group = "";
    private List<Standing> all = List.of();
    private List<Standing> shown = List.of();

    protected OverviewPage() {
        this(null);
    }

    @Inject
    public OverviewPage(Standings standings) {
        this.standings = standings;
    }

    /** Probes that share a tag; a probe with several tags is in several groups. */
    public record Group(Said title, Said summary, List<Standing> rows) {}

    /** A choice that filters, with how many there are. */
    public record Choice(String label, Said title, long count, boolean chosen, String address) {}

    public void load() {
        all = standings.all();
        shown = all.stream()
                .filter(one -> state.isEmpty() || one.state().label().equals(state))
                .filter(one -> tag.isEmpty() || one.probe().tags().contains(tag))
                .filter(one -> q.isBlank() || one.matches(q))
                .toList();
    }

    public List<Standing> getShown() {
        return shown;
    }

    /** One group of everything, or one for each tag, that with the worst probe first. */
    public List<Group> getGroups() {
        if (!isGrouped()) {
            return shown.isEmpty() ? List.of() : List.of(new Group(Said.NOTHING, Said.NOTHING, shown));
        }
        Map<Said, List<Standing>> byTag = new LinkedHashMap<>();
        for (Standing one : shown) {
            groups(one).forEach(group -> byTag.computeIfAbsent(group, none -> new ArrayList<>())
                    .add(one));
        }
        return byTag.entrySet().stream()
                .map(one -> new Group(one.getKey(), summary(one.getValue()), one.getValue()))
                .toList();
    }

    private List<Said> groups(Standing one) {
        List<String> tags = one.probe().tags();
        return tags.isEmpty()
                ? List.of(Said.of("overview_page.without_a_tag"))
                : tags.stream()
                        .filter(other -> tag.isEmpty() || other.equals(tag))
                        .map(Said::verbatim)
                        .toList();
    }

    public boolean isGrouped() {
        return group.equals(BY_TAG);
    }

    /** The same choice, grouped or not. */
    public String getOtherGrouping() {
        return address().with("group", isGrouped() ? "" : BY_TAG).text();
    }

    private static Said summary(List<Standing> rows) {
        return counts(rows, ProbeState.values());
    }

    /** "2 failing, 1 degraded", of the states that occur. */
    private static Said counts(List<Standing> rows, ProbeState... states) {
        return Said.listed(Arrays.stream(states)
                .filter(state -> count(rows, state) > 0)
                .map(state -> Said.of("probe_state.count." + state.label(), count(rows, state)))
                .toList());
    }

    public boolean isUnused() {
        return all.isEmpty();
    }

    public boolean isFiltered() {
        return !state.isEmpty() || !tag.isEmpty() || !q.isBlank();
    }

    /** The page in one sentence: what a person who only glances at it should know. */
    public Said getSentence() {
        Said bad = counts(all, ProbeState.FAILING, ProbeState.DEGRADED);
        if (!bad.isBlank()) {
            return bad;
        }
        return Said.of(
                count(ProbeState.PASSING) == 0
                        ? "overview_page.nothing_has_been_measured_yet"
                        : "overview_page.all_is_well");
    }

    public List<Choice> getStates() {
        return Arrays.stream(ProbeState.values())
                .filter(one -> count(one) > 0 || one.label().equals(state))
                .map(one -> choice(one.label(), one.title(), count(one)))
                .toList();
    }

    public List<Choice> getTags() {
        TreeMap<String, Long> counts = all.stream()
                .flatMap(one -> one.probe().tags().stream())
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new Choice(
                        one.getKey(),
                        Said.verbatim(one.getKey()),
                        one.getValue(),
                        one.getKey().equals(tag),
                        Address.of("/")
                                .with("state", state)
                                .with("tag", one.getKey().equals(tag) ? "" : one.getKey())
                                .with("q", q)
                                .with("group", group)
                                .text()))
                .toList();
    }

    public String getEveryState() {
        return Address.of("/")
                .with("tag", tag)
                .with("q", q)
                .with("group", group)
                .text();
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

    private Choice choice(String label, Said title, long count) {
        boolean chosen = label.equals(state);
        return new Choice(
                label,
                title,
                count,
                chosen,
                Address.of("/")
                        .with("state", chosen ? "" : label)
                        .with("tag", tag)
                        .with("q", q)
                        .with("group", group)
                        .text());
    }

    private Address address() {
        return Address.of("/").with("state", state).with("tag", tag).with("q", q);
    }

    private long count(ProbeState wanted) {
        return count(all, wanted);
    }

    private static long count(List<Standing> rows, ProbeState wanted) {
        return rows.stream().filter(one -> one.state() == wanted).count();
    }
}
