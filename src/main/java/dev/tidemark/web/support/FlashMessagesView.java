package dev.tidemark.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The flash messages for views. */
@Named("flashMessages")
@ApplicationScoped
public class FlashMessagesView {

    private final FlashMessages flashMessages;

    @Inject
    public FlashMessagesView(FlashMessages flashMessages) {
        this.flashMessages = flashMessages;
    }

    /** The lines of a key; empty for an unknown key. */
    public List<String> lines(String key) {
        return flashMessages.lines(key);
    }
}
