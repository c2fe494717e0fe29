package dev.tidemark.prober.page;

/** Receives events that end a page, and those of windows that it opens. */
public interface PageEnd {

    /** Its process ended. */
    void crashed();

    /** It was closed, by itself or by Tidemark. */
    void closed();

    void downloadBegan();

    /** It opened another page, which is closed at once. */
    void popupOpened();
}
