package dev.tidemark.web.support;

import dev.tidemark.security.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** What views say in the viewer's zone: {@code #{viewer.ago(...)}}. Beans ask {@link Viewer}. */
@Named("viewer")
@RequestScoped
public class ViewerText {

    private final Viewer viewer;

    @Inject
    public ViewerText(Viewer viewer) {
        this.viewer = viewer;
    }

    public String zone() {
        return viewer.zone().toString();
    }

    public TimeText times() {
        return viewer.times();
    }

    /** "3 min ago". */
    public String ago(Instant at) {
        return viewer.times().ago(at);
    }

    /** To the second, with the zone; for those who point at a short form. */
    public String exact(Instant at) {
        return viewer.times().exact(at);
    }

    /** As a form's field of date and time wants it. */
    public String field(Instant at) {
        return viewer.times().field(at);
    }

    public boolean isEditor() {
        return viewer.isEditor();
    }

    /** Whether they have signed in and may change nothing. */
    public boolean isReadOnly() {
        return viewer.isReadOnly();
    }

    /** The name of their role; empty if not signed in. */
    public String getRole() {
        return viewer.getName().isEmpty()
                ? ""
                : viewer.messages().get("access.role." + (viewer.isReadOnly() ? Role.READER : Role.OPERATOR).label());
    }

    /** The name of the user who is signed in; empty for nobody. */
    public String getName() {
        return viewer.getName();
    }
}
