package dev.tidemark.web.el;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.el.ELContext;

/** Where a view shows a {@link LocalizedMessage}, it is said in the viewer's language. */
public class LocalizedMessageElResolver extends PassiveElResolver {

    @Override
    public <T> T convertToType(ELContext context, Object shown, Class<T> type) {
        if (!(shown instanceof LocalizedMessage sentence) || type != String.class) {
            return null;
        }
        ViewMessages words = (ViewMessages) context.getELResolver().getValue(context, null, "messages");
        context.setPropertyResolved(true);
        return type.cast(words.format(sentence));
    }
}
