package dev.tidemark.alerting.notification;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rendered body of an e-mail, stored in place of the text of a notice.
 *
 * @param html the content of the page; it refers to an image by {@link #imageUrl}
 * @param images images (PNG) by name
 */
public record RenderedMail(String text, String html, Map<String, byte[]> images) {

    private static final String DOMAIN = "@tidemark";

    public RenderedMail {
        images = new TreeMap<>(images);
    }

    /** The URL of an image within the HTML (RFC 2392). */
    public static String imageUrl(String image) {
        return "cid:" + image + DOMAIN;
    }

    public static String contentId(String image) {
        return "<" + image + DOMAIN + ">";
    }

    /** A page for the browser: with embedded images, without the footer of the e-mail. */
    public String preview(String title) {
        String body = html;
        for (Map.Entry<String, byte[]> one : images.entrySet()) {
            String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(one.getValue());
            body = body.replace("\"" + imageUrl(one.getKey()) + "\"", "\"" + data + "\"");
        }
        return MailLayout.page(title, "<main>" + body + "</main>");
    }
}
