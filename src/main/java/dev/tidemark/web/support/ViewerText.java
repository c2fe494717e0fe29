package dev.tidemark.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** The viewer for views: {@code #{viewer.ago(...)}}. Beans use {@link Viewer}. */
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

    /** "3 h ago", in one unit. */
    public String about(Instant at) {
        return viewer.times().about(at);
    }

    /** To the second, with the time zone; for titles of short forms. */
    public String exact(Instant at) {
        return viewer.times().exact(at);
    }

    /** The value of a datetime-local input. */
    public String field(Instant at) {
        return viewer.times().field(at);
    }

    public boolean isEditor() {
        return viewer.isEditor();
    }

    /** Whether the viewer is signed in without write access. */
    public boolean isReadOnly() {
        return viewer.isReadOnly();
    }

    /** Whether the viewer is signed in without being an admin. */
    public boolean isNonAdmin() {
        return viewer.isNonAdmin();
    }

    /** The name of the role; empty if not signed in. */
    public String getRole() {
        return viewer.role();
    }

    /** The name of the user who is signed in; empty if nobody is. */
    public String getName() {
        return viewer.getName();
    }
}
