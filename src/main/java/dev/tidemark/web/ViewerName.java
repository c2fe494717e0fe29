package dev.tidemark.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** Lets views say {@code viewer}. Of no type of its own, so that it does not stand beside the viewer that beans inject. */
@ApplicationScoped
class ViewerName {

    @Produces
    @Named("viewer")
    Object viewer(Viewer viewer) {
        return viewer;
    }
}
