package dev.tidemark.web.admin;

import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.ContactGroupUsage;
import dev.tidemark.alerting.recipient.ContactGroups;
import dev.tidemark.alerting.recipient.DigestSchedule;
import dev.tidemark.alerting.recipient.RecipientKey;
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
import java.util.stream.Collectors;

/** Lists the contact groups with members, quiet hours, reminders, escalation, digest and the probes that use them. */
@PageRoute(value = "/recipients", view = "/admin/contacts.xhtml")
@Named
@RequestScoped
public class ContactsPage {

    private final RecipientResolver recipients;
    private final ContactGroups contactGroups;
    private List<ContactGroupRow> rows = List.of();
    private Set<String> ids = Set.of();

    @Inject
    public ContactsPage(RecipientResolver recipients, ContactGroups contactGroups) {
        this.recipients = recipients;
        this.contactGroups = contactGroups;
    }

    /** @param address masked where it contains a secret */
    public record Member(LocalizedMessage address, boolean subscribed) {}

    /** The members that are reached over one channel. */
    public record MemberGroup(LocalizedMessage channel, List<Member> members) {}

    /**
     * A contact group; settings that it does not have are empty.
     *
     * @param escalateTo id of the contact group that is notified next
     * @param escalationMissing whether that contact group does not exist
     */
    public record ContactGroupRow(
            String id,
            String name,
            List<MemberGroup> groups,
            LocalizedMessage quiet,
            String remindEvery,
            String escalateAfter,
            String escalateTo,
            boolean escalationMissing,
            LocalizedMessage digest,
            List<ProbeId> probes) {}

    public void load() {
        List<ContactGroup> all = recipients.all();
        ids = new HashSet<>(all.stream().map(ContactGroup::id).toList());
        Set<String> unsubscribed =
                recipients.unsubscribed().stream().map(RecipientKey::of).collect(Collectors.toSet());
        rows = all.stream().map(group -> row(group, unsubscribed)).toList();
    }

    private ContactGroupRow row(ContactGroup group, Set<String> unsubscribed) {
        ContactGroupUsage use = contactGroups.usage(group.id());
        String escalation = group.escalation().map(it -> it.to()).orElse("");
        return new ContactGroupRow(
                group.id(),
                group.name(),
                groups(group, unsubscribed),
                group.quietHours().map(CalendarRecurrence::description).orElse(null),
                group.remindEvery().map(DurationFormat::of).orElse(""),
                group.escalation().map(it -> DurationFormat.of(it.after())).orElse(""),
                escalation,
                !escalation.isEmpty() && !ids.contains(escalation),
                group.digest().map(DigestSchedule::text).orElse(null),
                use.probes());
    }

    private static List<MemberGroup> groups(ContactGroup group, Set<String> unsubscribed) {
        Map<LocalizedMessage, List<Member>> groups = new TreeMap<>(Comparator.comparing(LocalizedMessage::key));
        for (String member : group.members()) {
            groups.computeIfAbsent(RecipientDisplay.channel(member), none -> new ArrayList<>())
                    .add(new Member(RecipientDisplay.display(member), !unsubscribed.contains(member)));
        }
        return groups.entrySet().stream()
                .map(one -> new MemberGroup(one.getKey(), one.getValue()))
                .toList();
    }

    public List<ContactGroupRow> getRows() {
        return rows;
    }

    /** Whether the contact group that is notified of monitor failures exists. */
    public boolean isMonitorFailureGroupDefined() {
        return ids.contains(ContactGroup.ADMINISTRATORS);
    }
}
