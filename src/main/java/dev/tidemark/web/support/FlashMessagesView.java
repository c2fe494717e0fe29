package dev.tidemark.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The flash messages for views. */
@Named("flashMessages")
@ApplicationScoped
public class FlashMessagesView {

    private final FlashMessages told;

    @Inject
    public FlashMessagesView(FlashMessages told) {
        this.told = told;
    }

    /** The lines of a key; empty for an unknown key. */
    public List<String> lines(String key) {
        return told.lines(key);
    }
}
