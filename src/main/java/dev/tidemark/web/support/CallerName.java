package dev.tidemark.web.support;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.servlet.http.HttpServletRequest;

/** The name under which a form action is recorded. */
public final class CallerName {

    private CallerName() {}

    /** The signed-in user; a general name if the installation requires no sign-in. */
    public static String of(HttpServletRequest request) {
        return request.getRemoteUser() == null
                ? LocalizedMessage.of("common.anonymous").toString()
                : request.getRemoteUser();
    }
}
