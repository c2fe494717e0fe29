package dev.tidemark.web.help;

import java.util.List;

/**
 * A rendered page of the manual.
 *
 * @param path relative to the manual, without extension: {@code budgets}, {@code adr/index}
 * @param html body of the article, safe to embed
 * @param links what the page links to, without the base path, for checks
 * @param anchors ids of the headings
 * @param images file names of the images on the page
 */
public record ManualPage(
        String path, String title, String html, List<String> links, List<String> anchors, List<String> images) {

    /** The page that is shown at {@code /help}. */
    static final String INDEX = "index";

    static final String ROOT = "/help";

    public ManualPage {
        links = List.copyOf(links);
        anchors = List.copyOf(anchors);
        images = List.copyOf(images);
    }

    static String address(String path) {
        return path.equals(INDEX) ? ROOT : ROOT + "/" + path;
    }
}
