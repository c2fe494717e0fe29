package dev.tidemark.web;

import dev.tidemark.wording.Said;
import jakarta.el.ELContext;

/** Where a view shows a {@link Said}, it is said in the viewer's language. */
public class SaidInViews extends ViewResolver {

    @Override
    public <T> T convertToType(ELContext context, Object shown, Class<T> type) {
        if (!(shown instanceof Said sentence) || type != String.class) {
            return null;
        }
        Words words = (Words) context.getELResolver().getValue(context, null, "words");
        context.setPropertyResolved(true);
        return type.cast(words.say(sentence));
    }
}
