package dev.tidemark.web.admin;

import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.ContactGroupInUseException;
import dev.tidemark.alerting.recipient.ContactGroupUsage;
import dev.tidemark.alerting.recipient.ContactGroups;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.SubmittedForm;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The form that creates, edits or deletes a contact group. An invalid form is shown again with its values and errors.
 */
@PageRoute(value = "/recipients/new", view = "/admin/contact-group-form.xhtml")
@PageRoute(value = "/recipients/{id}", view = "/admin/contact-group-form.xhtml")
@Named
@RequestScoped
public class ContactGroupFormPage extends SubmittedForm {

    private static final String PATH = "/recipients";

    private final RecipientResolver recipients;
    private final ContactGroups contactGroups;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private String id = "";
    private Optional<ContactGroup> stored = Optional.empty();
    private FormValues values = FormValues.empty();

    @Inject
    public ContactGroupFormPage(
            RecipientResolver recipients, ContactGroups contactGroups, Viewer viewer, HttpServletRequest request) {
        this.recipients = recipients;
        this.contactGroups = contactGroups;
        this.viewer = viewer;
        this.request = request;
    }

    public void load() {
        if (viewer.getName().isEmpty()) {
            FormResponse.seeOther("/login?to=" + getAddress());
            return;
        }
        stored = isCreating() ? Optional.empty() : recipients.find(id);
        values =
                stored.map(ContactGroupDraft::of).map(ContactGroupDraft::values).orElseGet(FormValues::empty);
        if (!isCreating() && stored.isEmpty()) {
            PageNotFound.respond();
        } else if (request.getMethod().equals("POST")) {
            if (request.getParameter("delete") == null) {
                save();
            } else {
                delete();
            }
        }
    }

    private void save() {
        FormValues before = values;
        values = FormValues.of(
                ContactGroupDraft.INPUTS, name -> request.getParameter(name.equals("id") ? "slug" : name));
        String json = new ContactGroupDraft(values).json(before);
        ValidationErrors found = new ValidationErrors();
        Optional<String> saved = isCreating()
                ? contactGroups.create(json, viewer.getName(), found).map(ContactGroup::id)
                : contactGroups.put(id, json, viewer.getName(), found).map(done -> done.group()
                        .id());
        if (saved.isPresent()) {
            FormResponse.seeOther(PATH + "#list-" + saved.get());
        } else {
            reject(FieldErrors.of(found.all(), new ErrorField(ContactGroupDraft.INPUTS)));
        }
    }

    private void delete() {
        try {
            contactGroups.remove(id);
            FormResponse.seeOther(PATH);
        } catch (ContactGroupInUseException used) {
            conflict(used.localizedMessage());
        }
    }

    /** The value of an input; empty if there is none. */
    public String value(String input) {
        return values.value(input);
    }

    /** Where the contact group is used, so that it cannot be deleted; null if it is not used. */
    public LocalizedMessage getUsage() {
        return stored.map(group -> contactGroups.usage(group.id()))
                .filter(use -> !use.isEmpty())
                .map(ContactGroupUsage::text)
                .orElse(null);
    }

    /** The contact groups that this one can escalate to. */
    public List<ContactGroup> getOtherGroups() {
        return recipients.all().stream().filter(group -> !group.id().equals(id)).toList();
    }

    public boolean isCreating() {
        return id.isEmpty();
    }

    public LocalizedMessage getTitle() {
        return stored.map(group -> LocalizedMessage.of("contactForm.title.edit", group.name()))
                .orElse(LocalizedMessage.of("contactForm.title.new"));
    }

    public String getName() {
        return stored.map(ContactGroup::name).orElse("");
    }

    public String getAddress() {
        return isCreating() ? PATH + "/new" : PATH + "/" + id;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
