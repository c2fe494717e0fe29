package dev.tidemark.web.el;

import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagAttributes;
import java.util.Arrays;

/** The attributes of an HTML element, of which some have another value. */
final class LinkedAttributes extends TagAttributes {

    private final TagAttributes original;
    private final TagAttribute[] all;

    LinkedAttributes(TagAttributes original, TagAttribute[] all) {
        this.original = original;
        this.all = all;
    }

    @Override
    public TagAttribute[] getAll() {
        return all.clone();
    }

    @Override
    public TagAttribute get(String localName) {
        return get("", localName);
    }

    @Override
    public TagAttribute get(String namespace, String localName) {
        return Arrays.stream(getAll(namespace))
                .filter(one -> one.getLocalName().equals(localName))
                .findFirst()
                .orElse(null);
    }

    @Override
    public TagAttribute[] getAll(String namespace) {
        return Arrays.stream(all)
                .filter(one -> one.getNamespace().equals(namespace))
                .toArray(TagAttribute[]::new);
    }

    @Override
    public String[] getNamespaces() {
        return original.getNamespaces();
    }
}
