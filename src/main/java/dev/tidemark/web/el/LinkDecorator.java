package dev.tidemark.web.el;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.facelets.Tag;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagAttributes;
import jakarta.faces.view.facelets.TagDecorator;
import java.util.Arrays;
import java.util.Set;

/**
 * Puts the base path in front of the links of HTML elements when a view is compiled, so that views name paths as the routes do:
 * {@code href="/probes/#{id}"}. Below the root nothing changes.
 */
public class LinkDecorator implements TagDecorator {

    /** The attributes with a URL: those of HTML that the views use, and those that {@code app.js} reads. */
    static final Set<String> LINKS =
            Set.of("href", "src", "action", "formaction", "data-live", "data-runs", "data-compare", "data-zoom");

    private static final Set<String> HTML = Set.of("", "http://www.w3.org/1999/xhtml");

    @Override
    public Tag decorate(Tag tag) {
        String base = FacesContext.getCurrentInstance().getExternalContext().getApplicationContextPath();
        return base.isEmpty() ? null : decorate(tag, base);
    }

    /** @return null if the tag stays as it is, as the interface demands */
    static Tag decorate(Tag tag, String base) {
        TagAttributes attributes = tag.getAttributes();
        if (!HTML.contains(tag.getNamespace())
                || Arrays.stream(attributes.getAll()).noneMatch(LinkDecorator::isLink)) {
            return null;
        }
        TagAttribute[] all = Arrays.stream(attributes.getAll())
                .map(one -> isLink(one) ? new LinkAttribute(one, LinkText.below(base, one.getValue())) : one)
                .toArray(TagAttribute[]::new);
        return new Tag(tag, new LinkedAttributes(attributes, all));
    }

    private static boolean isLink(TagAttribute attribute) {
        return LINKS.contains(attribute.getLocalName())
                && !LinkText.below("/x", attribute.getValue()).equals(attribute.getValue());
    }
}
