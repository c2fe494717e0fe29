package dev.tidemark.web.audit;

import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditDifference;
import dev.tidemark.platform.audit.AuditEntry;
import dev.tidemark.platform.audit.AuditQuery;
import dev.tidemark.platform.audit.AuditReader;
import dev.tidemark.platform.audit.AuditResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageForbidden;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The audit log, newest first, with a filter; for admins. */
@PageRoute(value = "/settings/audit", view = "/audit/audit.xhtml")
@Named
@RequestScoped
public class AuditPage {

    private static final String PATH = "/settings/audit";
    private static final int SHOWN = 50;

    private final AuditReader reader;
    private final HttpServletRequest request;
    private final AuditFilterForm filter;
    private Page<AuditEntry> page = Page.empty();

    @Inject
    public AuditPage(AuditReader reader, Viewer viewer, HttpServletRequest request) {
        this.reader = reader;
        this.request = request;
        this.filter = new AuditFilterForm(request::getParameter, viewer.zone());
    }

    public void load() {
        FormResponse.noStore();
        if (!request.isUserInRole("operator")) {
            PageForbidden.respond();
            return;
        }
        AuditQuery query = filter.query();
        if (getErrors().isEmpty()) {
            page = position("ahead")
                    .map(first -> reader.pageBefore(query, first, SHOWN))
                    .orElseGet(() -> reader.pageAfter(query, position("behind"), SHOWN));
        }
    }

    private Optional<Long> position(String side) {
        return Optional.ofNullable(request.getParameter(side))
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
    }

    public List<AuditEntry> getEntries() {
        return page.items();
    }

    public List<LocalizedMessage> getErrors() {
        return filter.errors();
    }

    /** The values that an entry changes. */
    public List<AuditDifference> differences(AuditEntry entry) {
        return AuditDifference.of(entry);
    }

    public boolean isRefused(AuditEntry entry) {
        return entry.result() == AuditResult.REFUSED;
    }

    /** The author with the kind of author where it is not a user. */
    public LocalizedMessage author(AuditEntry entry) {
        AuditActor actor = entry.actor();
        return switch (actor.kind()) {
            case USER -> LocalizedMessage.verbatim(actor.name());
            case TOKEN -> LocalizedMessage.of("audit.actor.token", actor.name());
            case FILE -> LocalizedMessage.of("audit.actor.file");
            case SETTING -> LocalizedMessage.of("audit.actor.setting");
            case LINK -> LocalizedMessage.of("audit.actor.link", actor.name());
            case SYSTEM -> LocalizedMessage.verbatim("Tidemark");
            case ANONYMOUS -> LocalizedMessage.of("audit.actor.anonymous");
        };
    }

    /** The type and the ID of the object. */
    public String object(AuditEntry entry) {
        return entry.objectType() + (entry.objectId().isEmpty() ? "" : " " + entry.objectId());
    }

    /** The value of an input of the filter. */
    public String value(String input) {
        return filter.value(input);
    }

    public String getCsv() {
        return filter.export("/api/v1/audit").with("format", "csv").url();
    }

    public String getJsonLines() {
        return filter.export("/api/v1/audit").with("format", "jsonl").url();
    }

    /** The URL of the page of older entries; empty if there are none. */
    public String getOlder() {
        return page.next()
                .map(last -> filter.link(PATH).with("behind", last).url())
                .orElse("");
    }

    /** The URL of the page of newer entries; empty if there are none. */
    public String getNewer() {
        return page.previous()
                .map(first -> filter.link(PATH).with("ahead", first).url())
                .orElse("");
    }
}
