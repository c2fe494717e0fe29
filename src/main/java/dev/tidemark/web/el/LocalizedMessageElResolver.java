package dev.tidemark.web.el;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.el.ELContext;

/** Formats a {@link LocalizedMessage} in the viewer's language where a view shows it. */
public class LocalizedMessageElResolver extends PassiveElResolver {

    @Override
    public <T> T convertToType(ELContext context, Object value, Class<T> type) {
        if (!(value instanceof LocalizedMessage message) || type != String.class) {
            return null;
        }
        ViewMessages messages = (ViewMessages) context.getELResolver().getValue(context, null, "messages");
        context.setPropertyResolved(true);
        return type.cast(messages.format(message));
    }
}
