package dev.tidemark.web.help;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts links between the Markdown files of the manual to URLs. */
final class ManualLink {

    /** URL prefix of images. */
    static final String IMAGES = "/help-images/";

    private static final Pattern PAGE = Pattern.compile("((?:\\.\\./|\\./)*)([A-Za-z0-9/_-]+)\\.md(#.*)?");

    private ManualLink() {}

    /** The URL of a link in the page {@code from}; links to other sites and anchors are not changed. */
    static String address(String from, String destination) {
        Matcher link = PAGE.matcher(destination);
        return link.matches()
                ? ManualPage.address(resolve(from, link))
                        + Optional.ofNullable(link.group(3)).orElse("")
                : destination;
    }

    /** The target page of a link in the page {@code from}; empty for other links. */
    static Optional<String> page(String from, String destination) {
        Matcher link = PAGE.matcher(destination);
        return link.matches() ? Optional.of(resolve(from, link)) : Optional.empty();
    }

    static String imageName(String destination) {
        return destination.substring(destination.lastIndexOf('/') + 1);
    }

    private static String resolve(String from, Matcher link) {
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        String up = link.group(1).replace("./../", "../");
        for (; up.contains("../"); up = up.replaceFirst("\\.\\./", "")) {
            int end = folder.length() < 2 ? -1 : folder.lastIndexOf('/', folder.length() - 2);
            folder = folder.substring(0, end + 1);
        }
        return folder + link.group(2);
    }
}
