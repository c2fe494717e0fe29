package dev.tidemark.accuracy;

import com.microsoft.playwright.Page;

/** What a visitor does to a fixture page once it is painted. */
interface Interaction {

    Interaction NONE = page -> {};

    void on(Page page);

    default double afterMillis() {
        return 1_500;
    }
}
