package dev.tidemark.it;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Collects the texts with plain letters, which the bundle of the {@link PseudoLocale} does not have: those that are not in the
 * bundle. Data is allowed: the manual under Help, names, URLs, ids, numbers with units, dates, codes, messages of the browser.
 */
final class UnmarkedText {

    /** Text nodes and the attributes that are shown or read out, with the elements around them, for finding them. */
    private static final String TEXTS = """
            () => {
              const data = "script, style, code, kbd, pre, textarea, article, .help-nav a, .help-nav p:not(:last-child), datalist";
              const found = [document.title];
              const nodes = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              while (nodes.nextNode()) {
                const node = nodes.currentNode;
                if (!node.parentElement.closest(data)) found.push(node.textContent);
              }
              const names = ["title", "alt", "aria-label", "placeholder", "aria-valuetext"];
              for (const element of document.querySelectorAll("*")) {
                for (const one of element.attributes) {
                  if (names.includes(one.name) || one.name === "data-label" || one.name.startsWith("data-text")) {
                    found.push(one.value);
                  }
                }
              }
              return found;
            }""";

    private static final Pattern DATA = Pattern.compile(String.join(
            "|",
            "(?:slack\\+)?https?://\\S+",
            "[\\w.+-]+@[\\w.-]+",
            "(?<![\\w])/[\\w./?=&-]+",
            "\\bzz[\\w.-]*",
            "\\b[0-9a-f]{8}-[0-9a-f-]{27,}",
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?",
            "\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\b",
            "\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b",
            "\\b(?:UTC|GMT|Europe/Berlin)\\b",
            "\\bP(?:\\d+D)?(?:T(?:\\d+[HMS])+)?\\b",
            "(?<![\\w.])[\\d.,]+\\s?(?:ms|s|min|h|d|kB|MB|GB|B|px|kbit/s)\\b",
            "\\bp\\d\\d\\b|\\bv?\\d+(?:\\.\\d+)+(?:-\\w+)*\\b|\\b\\d+[hd]\\b",
            "\\b[A-Z][A-Z_]{1,}\\b(?::[\\w]+)?",
            "\\b[\\w-]+\\.(?:yaml|html|css|js|svg|png|csv)\\b",
            "\\bnet::\\w+",
            "\\b(?:Tidemark|Chromium|Playwright|Slack|Teams)\\b"));

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2,}");
    private static final int LONGEST = 160;

    private final Set<String> found = new TreeSet<>();
    private final Pattern allowed;

    /** @param allowed further words of the tests that are data: values of settings, names */
    UnmarkedText(List<String> allowed) {
        this.allowed = Pattern.compile("(?<![\\w-])(?:" + String.join("|", allowed) + ")(?![A-Za-z0-9-])");
    }

    /** What a person reads or hears on the page. */
    @SuppressWarnings("unchecked")
    void addPage(String where, Page page) {
        ((List<String>) page.evaluate(TEXTS)).forEach(text -> add(where, text));
    }

    void add(String where, String text) {
        String rest = allowed.matcher(DATA.matcher(text).replaceAll(" ")).replaceAll(" ");
        if (LETTERS.matcher(rest).find()) {
            String line = text.strip().replaceAll("\\s+", " ");
            found.add(where + ": " + line.substring(0, Math.min(LONGEST, line.length())));
        }
    }

    List<String> found() {
        return new ArrayList<>(found);
    }
}
