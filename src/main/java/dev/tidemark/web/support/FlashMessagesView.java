package dev.tidemark.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What came of a button, as views ask for it. */
@Named("flashMessages")
@ApplicationScoped
public class FlashMessagesView {

    private final FlashMessages told;

    @Inject
    public FlashMessagesView(FlashMessages told) {
        this.told = told;
    }

    /** None for a key that was never given. */
    public List<String> lines(String key) {
        return told.lines(key);
    }
}
