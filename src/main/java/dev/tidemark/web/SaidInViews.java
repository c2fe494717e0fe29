package dev.tidemark.web;

import dev.tidemark.wording.Said;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;

/** Where a view shows a {@link Said}, it is said in the viewer's language. */
public class SaidInViews extends ELResolver {

    @Override
    public <T> T convertToType(ELContext context, Object shown, Class<T> type) {
        if (!(shown instanceof Said sentence) || type != String.class) {
            return null;
        }
        Words words = (Words) context.getELResolver().getValue(context, null, "words");
        context.setPropertyResolved(true);
        return type.cast(words.say(sentence));
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
