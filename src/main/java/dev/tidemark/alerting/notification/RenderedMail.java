package dev.tidemark.alerting.notification;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A letter that was written in full beforehand: what a mail says in place of a notice's own words.
 *
 * @param html what stands within the page; it shows a picture by {@link #address}
 * @param pictures PNGs by their names
 */
public record RenderedMail(String text, String html, Map<String, byte[]> pictures) {

    private static final String DOMAIN = "@tidemark";

    public RenderedMail {
        pictures = new TreeMap<>(pictures);
    }

    /** How the page names a picture (RFC 2392). */
    public static String address(String picture) {
        return "cid:" + picture + DOMAIN;
    }

    static String contentId(String picture) {
        return "<" + picture + DOMAIN + ">";
    }

    /** As a browser shows it that has no mail around it: with the pictures in it, and without a farewell. */
    public String preview(String title) {
        String body = html;
        for (Map.Entry<String, byte[]> one : pictures.entrySet()) {
            String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(one.getValue());
            body = body.replace("\"" + address(one.getKey()) + "\"", "\"" + data + "\"");
        }
        return MailLayout.page(title, "<main>" + body + "</main>");
    }
}
