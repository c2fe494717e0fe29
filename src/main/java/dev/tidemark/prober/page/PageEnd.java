package dev.tidemark.prober.page;

/** Is told what befalls a page, and what it opens beside itself. */
public interface PageEnd {

    /** Its process ended. */
    void crashed();

    /** It was closed, by itself or by us. */
    void closed();

    void downloadBegan();

    /** Another page was opened by it, which is closed at once. */
    void popupOpened();
}
