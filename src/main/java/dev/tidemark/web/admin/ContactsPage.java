package dev.tidemark.web.admin;

import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.ContactGroupUsage;
import dev.tidemark.alerting.recipient.ContactGroups;
import dev.tidemark.alerting.recipient.DigestSchedule;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.config.maintenance.CalendarRecurrence;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All lists of recipients: who is on them, their habits, and who needs them. */
@PageRoute(value = "/recipients", view = "/admin/contacts.xhtml")
@Named
@RequestScoped
public class ContactsPage {

    private final RecipientResolver audience;
    private final ContactGroups lists;
    private List<ContactGroupRow> rows = List.of();
    private Set<String> known = Set.of();

    @Inject
    public ContactsPage(RecipientResolver audience, ContactGroups lists) {
        this.audience = audience;
        this.lists = lists;
    }

    /** @param address as strangers may see it */
    public record Member(LocalizedMessage address, boolean subscribed) {}

    /** The members that one kind of channel reaches. */
    public record MemberGroup(LocalizedMessage channel, List<Member> members) {}

    /**
     * A list; habits that it does not have are empty.
     *
     * @param escalateTo the id of the other list
     * @param lost whether that list is not there
     */
    public record ContactGroupRow(
            String id,
            String name,
            List<MemberGroup> groups,
            LocalizedMessage quiet,
            String remind,
            String escalateAfter,
            String escalateTo,
            boolean lost,
            LocalizedMessage digest,
            List<ProbeId> probes) {}

    public void load() {
        List<ContactGroup> all = audience.all();
        known = new HashSet<>(all.stream().map(ContactGroup::id).toList());
        Set<String> gone = Set.copyOf(audience.unsubscribed());
        rows = all.stream().map(list -> row(list, gone)).toList();
    }

    private ContactGroupRow row(ContactGroup list, Set<String> gone) {
        ContactGroupUsage use = lists.use(list.id());
        String other = list.escalation().map(it -> it.to()).orElse("");
        return new ContactGroupRow(
                list.id(),
                list.name(),
                groups(list, gone),
                list.quiet().map(CalendarRecurrence::words).orElse(null),
                list.remindEvery().map(DurationFormat::of).orElse(""),
                list.escalation().map(it -> DurationFormat.of(it.after())).orElse(""),
                other,
                !other.isEmpty() && !known.contains(other),
                list.digest().map(DigestSchedule::words).orElse(null),
                use.probes());
    }

    private static List<MemberGroup> groups(ContactGroup list, Set<String> gone) {
        Map<LocalizedMessage, List<Member>> groups = new TreeMap<>(Comparator.comparing(LocalizedMessage::key));
        for (String member : list.members()) {
            groups.computeIfAbsent(RecipientDisplay.channel(member), none -> new ArrayList<>())
                    .add(new Member(RecipientDisplay.shown(member), !gone.contains(member)));
        }
        return groups.entrySet().stream()
                .map(one -> new MemberGroup(one.getKey(), one.getValue()))
                .toList();
    }

    public List<ContactGroupRow> getRows() {
        return rows;
    }

    /** Whether faults of the monitor itself have a list. */
    public boolean isWatchedOver() {
        return known.contains(ContactGroup.OPERATORS);
    }
}
