package dev.tidemark.web.el;

import jakarta.el.MethodExpression;
import jakarta.el.ValueExpression;
import jakarta.faces.view.Location;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;

/** An attribute of an HTML element with another value. Facelets reads names and values of these, and evaluates nothing. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class LinkAttribute extends TagAttribute {

    private final TagAttribute original;
    private final String value;

    LinkAttribute(TagAttribute original, String value) {
        this.original = original;
        this.value = value;
    }

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public boolean isLiteral() {
        return original.isLiteral();
    }

    @Override
    public String getLocalName() {
        return original.getLocalName();
    }

    @Override
    public String getQName() {
        return original.getQName();
    }

    @Override
    public String getNamespace() {
        return original.getNamespace();
    }

    @Override
    public Location getLocation() {
        return original.getLocation();
    }

    @Override
    public boolean getBoolean(FaceletContext context) {
        throw unused();
    }

    @Override
    public int getInt(FaceletContext context) {
        throw unused();
    }

    @Override
    public Object getObject(FaceletContext context) {
        throw unused();
    }

    @Override
    public String getValue(FaceletContext context) {
        throw unused();
    }

    @Override
    public Object getObject(FaceletContext context, Class type) {
        throw unused();
    }

    @Override
    public ValueExpression getValueExpression(FaceletContext context, Class type) {
        throw unused();
    }

    @Override
    public MethodExpression getMethodExpression(FaceletContext context, Class type, Class[] parameters) {
        throw unused();
    }

    private UnsupportedOperationException unused() {
        return new UnsupportedOperationException(getQName() + " is an attribute of an HTML element, not of a tag");
    }
}
