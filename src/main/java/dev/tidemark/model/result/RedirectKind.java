package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** How a page navigates away without a user. */
public enum RedirectKind {
    META_REFRESH,
    REFRESH_HEADER,
    /** Also a script that clicks a link or goes back in the history. */
    SCRIPT,
    FORM,
    RELOAD,
    OTHER;

    /** As people read it. */
    public LocalizedMessage title() {
        return LocalizedMessage.of("run.redirects.kind." + name());
    }

    /** As in JSON: {@code meta-refresh}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
