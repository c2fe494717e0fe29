package dev.tidemark.desk;

import dev.tidemark.audience.Audience;
import dev.tidemark.audience.ListInUseException;
import dev.tidemark.audience.ListUse;
import dev.tidemark.audience.Lists;
import dev.tidemark.audience.RecipientList;
import dev.tidemark.document.Faults;
import dev.tidemark.web.FieldFaults;
import dev.tidemark.web.NotFound;
import dev.tidemark.web.PageAnswer;
import dev.tidemark.web.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** A new list of recipients, or one that is changed or deleted. A form with faults comes back as it was typed. */
@Named
@RequestScoped
public class ListFormPage {

    private static final String PATH = "/recipients";

    private final Audience audience;
    private final Lists lists;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private String id = "";
    private Optional<RecipientList> stored = Optional.empty();
    private Typed typed = Typed.nothing();
    private FieldFaults faults = FieldFaults.none();

    protected ListFormPage() {
        this(null, null, null, null);
    }

    @Inject
    public ListFormPage(Audience audience, Lists lists, Viewer viewer, HttpServletRequest request) {
        this.audience = audience;
        this.lists = lists;
        this.viewer = viewer;
        this.request = request;
    }

    public void load() {
        if (viewer.getName().isEmpty()) {
            PageAnswer.seeOther("/login?to=" + getAddress());
            return;
        }
        stored = isFresh() ? Optional.empty() : audience.find(id);
        typed = stored.map(ListDraft::of).map(ListDraft::typed).orElseGet(Typed::nothing);
        if (!isFresh() && stored.isEmpty()) {
            NotFound.end();
        } else if (request.getMethod().equals("POST")) {
            if (request.getParameter("delete") == null) {
                save();
            } else {
                delete();
            }
        }
    }

    private void save() {
        Typed before = typed;
        typed = Typed.of(ListDraft.INPUTS, name -> request.getParameter(name.equals("id") ? "slug" : name));
        String json = new ListDraft(typed).json(before);
        Faults found = new Faults();
        Optional<String> saved = isFresh()
                ? lists.create(json, viewer.getName(), found).map(RecipientList::id)
                : lists.put(id, json, viewer.getName(), found)
                        .map(done -> done.list().id());
        if (saved.isPresent()) {
            PageAnswer.seeOther(PATH + "#list-" + saved.get());
        } else {
            faults = FieldFaults.of(found.all(), new NamedInput(ListDraft.INPUTS));
            PageAnswer.unprocessable();
        }
    }

    private void delete() {
        try {
            lists.remove(id);
            PageAnswer.seeOther(PATH);
        } catch (ListInUseException used) {
            faults.add("", used.getMessage());
            PageAnswer.conflict();
        }
    }

    /** What was typed into an input. */
    public String value(String input) {
        return typed.value(input);
    }

    /** What is wrong with it; empty for nothing. */
    public String fault(String input) {
        return faults.at(input);
    }

    public List<FieldFaults.Wrong> getFaults() {
        return faults.all();
    }

    /** Who needs the list, so that it cannot be deleted; empty for nobody. */
    public String getUse() {
        return stored.map(list -> lists.use(list.id()))
                .filter(use -> !use.isEmpty())
                .map(ListUse::words)
                .orElse("");
    }

    /** Lists that it can escalate to. */
    public List<RecipientList> getOthers() {
        return audience.all().stream().filter(list -> !list.id().equals(id)).toList();
    }

    public boolean isFresh() {
        return id.isEmpty();
    }

    public String getTitle() {
        return stored.map(list -> "Edit " + list.name()).orElse("New list");
    }

    public String getName() {
        return stored.map(RecipientList::name).orElse("");
    }

    public String getAddress() {
        return isFresh() ? PATH + "/new" : PATH + "/" + id;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
