package dev.tidemark.web.help;

import dev.tidemark.platform.http.BasePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a Markdown file of the manual. HTML in the file is escaped, so the result is safe to embed. */
final class MarkdownRenderer {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> MarkdownRenderer::attributes)
            .build();
    private static final Pattern ANCHOR = Pattern.compile("<h[1-6] id=\"([^\"]+)\"");
    private static final int SECTION = 2;

    private MarkdownRenderer() {}

    /** @param basePath of the links in the HTML */
    static ManualPage render(String path, String markdown, BasePath basePath) {
        Node document = PARSER.parse(markdown);
        List<String> links = new ArrayList<>();
        List<String> images = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String address = ManualLink.address(path, link.getDestination());
                links.add(address);
                link.setDestination(basePath.link(address));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                String name = ManualLink.imageName(image.getDestination());
                image.setDestination(basePath.link(ManualLink.IMAGES + name));
                images.add(name);
                visitChildren(image);
            }
        });
        String html = scrollable(HTML.render(document));
        List<String> anchors =
                ANCHOR.matcher(html).results().map(found -> found.group(1)).toList();
        return new ManualPage(path, title(document, path), html, links, anchors, images);
    }

    /** The table of contents: the links of the index to other pages, grouped by its headings. */
    static List<TopicGroup> contents(String index) {
        List<TopicGroup> groups = new ArrayList<>();
        List<Topic> topics = new ArrayList<>();
        String[] heading = {""};
        PARSER.parse(index).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading node) {
                if (node.getLevel() == SECTION) {
                    close(groups, heading[0], topics);
                    heading[0] = text(node);
                }
            }

            @Override
            public void visit(Link link) {
                ManualLink.page(ManualPage.INDEX, link.getDestination())
                        .filter(path -> isNew(groups, topics, path))
                        .ifPresent(path -> topics.add(new Topic(text(link), path)));
            }
        });
        close(groups, heading[0], topics);
        return groups;
    }

    private static boolean isNew(List<TopicGroup> groups, List<Topic> topics, String path) {
        return topics.stream().noneMatch(one -> one.path().equals(path))
                && groups.stream().flatMap(group -> group.topics().stream()).noneMatch(one -> one.path()
                        .equals(path));
    }

    private static void close(List<TopicGroup> groups, String heading, List<Topic> topics) {
        if (!topics.isEmpty()) {
            groups.add(new TopicGroup(heading, topics));
            topics.clear();
        }
    }

    private static String title(Node document, String path) {
        String[] found = {path};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading node) {
                if (node.getLevel() == 1 && found[0].equals(path)) {
                    found[0] = text(node);
                }
            }
        });
        return found[0];
    }

    private static String text(Node parent) {
        StringBuilder text = new StringBuilder();
        parent.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }
        });
        return text.toString();
    }

    /** Wide code and tables scroll, also by keyboard: https://www.w3.org/WAI/WCAG21/Understanding/keyboard. */
    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre") && (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock)) {
            attributes.put("tabindex", "0");
        } else if (node instanceof Image) {
            attributes.put("loading", "lazy");
        } else if (node instanceof TableBlock) {
            attributes.put("class", "tight");
        }
    }

    /** Wraps tables; there are no others than those of the renderer, as HTML in the file is escaped. */
    private static String scrollable(String html) {
        return Pattern.compile("(?s)<table class=\"tight\">.*?</table>")
                .matcher(html)
                .replaceAll((MatchResult table) -> java.util.regex.Matcher.quoteReplacement(
                        "<div class=\"scroll\" tabindex=\"0\">" + table.group() + "</div>"));
    }
}
