package dev.tidemark.web.help;

import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** A page of the manual. */
@PageRoute(value = "/help", view = "/WEB-INF/help/help.xhtml")
@PageRoute(value = "/help/{name}", view = "/WEB-INF/help/help.xhtml")
@PageRoute(value = "/help/{folder}/{name}", view = "/WEB-INF/help/help.xhtml")
@Named
@RequestScoped
public class HelpPage {

    private final Manual manual;
    private String folder = "";
    private String name = ManualPage.INDEX;
    private ManualPage page;

    @Inject
    public HelpPage(Manual manual) {
        this.manual = manual;
    }

    public void load() {
        Optional<ManualPage> found = manual.page(folder.isEmpty() ? name : folder + "/" + name);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        page = found.get();
    }

    public ManualPage getPage() {
        return page;
    }

    public List<TopicGroup> getContents() {
        return manual.contents();
    }

    public boolean isShown(Topic topic) {
        return topic.path().equals(page.path());
    }

    public String getVersion() {
        return Manual.version();
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String folder) {
        this.folder = folder == null ? "" : folder;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null || name.isEmpty() ? ManualPage.INDEX : name;
    }
}
