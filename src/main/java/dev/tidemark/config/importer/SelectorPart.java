package dev.tidemark.config.importer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A selector of Puppeteer: CSS, or with one of the prefixes of https://pptr.dev/guides/page-interactions#selectors.
 *
 * @param text of CSS, XPath, text, or the accessible name
 * @param role of an {@code aria/} selector; empty for any
 */
record SelectorPart(Kind kind, String text, String role) {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\[\\s*(name|role)\\s*=\\s*([\"'])((?:\\\\.|(?!\\2)[^\\\\])*)\\2\\s*]");
    private static final Pattern ARIA_FUNCTION = Pattern.compile("::-p-aria\\((.*)\\)");
    private static final Pattern TEXT_FUNCTION = Pattern.compile("::-p-text\\((.*)\\)");
    private static final Pattern XPATH_FUNCTION = Pattern.compile("::-p-xpath\\((.*)\\)");

    /** Roles of WAI-ARIA; Chrome has others of its own, in mixed case. */
    private static final Set<String> ROLES =
            Set.of(("alert,alertdialog,application,article,banner,blockquote,button,caption,cell,checkbox,"
                            + "columnheader,combobox,complementary,contentinfo,dialog,document,feed,figure,form,grid,gridcell,"
                            + "group,heading,img,link,list,listbox,listitem,log,main,menu,menubar,menuitem,menuitemcheckbox,"
                            + "menuitemradio,meter,navigation,option,paragraph,progressbar,radio,radiogroup,region,row,"
                            + "rowgroup,rowheader,scrollbar,search,searchbox,separator,slider,spinbutton,status,switch,tab,"
                            + "table,tablist,tabpanel,term,textbox,timer,toolbar,tooltip,tree,treegrid,treeitem")
                    .split(","));

    /** Empty for a selector without equivalent. */
    static Optional<SelectorPart> parse(String selector) {
        String text = selector.strip();
        if (text.startsWith("aria/")) {
            return aria(text.substring("aria/".length()));
        }
        if (text.startsWith("text/")) {
            return some(Kind.TEXT, text.substring("text/".length()));
        }
        if (text.startsWith("xpath/")) {
            return some(Kind.XPATH, text.substring("xpath/".length()));
        }
        if (text.startsWith("pierce/")) {
            return css(text.substring("pierce/".length()));
        }
        Matcher aria = ARIA_FUNCTION.matcher(text);
        Matcher plain = TEXT_FUNCTION.matcher(text);
        Matcher xpath = XPATH_FUNCTION.matcher(text);
        return aria.matches()
                ? aria(aria.group(1))
                : plain.matches()
                        ? some(Kind.TEXT, plain.group(1))
                        : xpath.matches() ? some(Kind.XPATH, xpath.group(1)) : css(text);
    }

    /** Deep combinators become descendants, as Playwright's CSS looks into shadow roots. */
    private static Optional<SelectorPart> css(String text) {
        return text.contains("::-p-") ? Optional.empty() : some(Kind.CSS, text.replaceAll("\\s*>>>>?\\s*", " "));
    }

    private static Optional<SelectorPart> some(Kind kind, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new SelectorPart(kind, text, ""));
    }

    /** {@code Buy}, {@code Buy[role="button"]} or {@code [name="Buy"][role="button"]}. */
    private static Optional<SelectorPart> aria(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.putIfAbsent(attribute.group(1), attribute.group(3).replaceAll("\\\\(.)", "$1"));
        }
        String rest = attribute.replaceAll("");
        String name = attributes.getOrDefault("name", rest).strip().replaceAll(" +", " ");
        String role = attributes.getOrDefault("role", "").equals("image") ? "img" : attributes.getOrDefault("role", "");
        if (ROLES.contains(role)) {
            return Optional.of(new SelectorPart(Kind.ROLE, name, role));
        }
        return role.equals("StaticText") ? some(Kind.TEXT, name) : some(Kind.NAME, name);
    }

    String forPlaywright() {
        return switch (kind) {
            case CSS -> text.startsWith("//") || text.startsWith("..") || text.startsWith("\"") ? "css=" + text : text;
            case XPATH -> "xpath=" + text;
            case TEXT ->
                text.matches("[\"'/].*") || text.contains(">>") ? ":text(" + quoted(text) + ")" : "text=" + text;
            case ROLE -> "role=" + role + (text.isEmpty() ? "" : "[name=" + quoted(text) + "]");
            case NAME -> "name=" + text;
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    enum Kind {
        CSS,
        XPATH,
        TEXT,
        ROLE,
        NAME
    }
}
