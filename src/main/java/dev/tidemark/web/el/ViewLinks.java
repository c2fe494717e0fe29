package dev.tidemark.web.el;

import dev.tidemark.platform.http.BasePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The base path for views. {@link LinkDecorator} writes {@code #{links.to(...)}} around the links of views. */
@Named("links")
@ApplicationScoped
public class ViewLinks {

    private final BasePath basePath;

    @Inject
    public ViewLinks(BasePath basePath) {
        this.basePath = basePath;
    }

    /** The link to a path of Tidemark; anything else, also null for an absent attribute, stays. */
    public Object to(Object address) {
        return address instanceof String path ? basePath.link(path) : address;
    }
}
