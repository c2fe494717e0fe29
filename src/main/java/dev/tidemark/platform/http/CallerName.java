package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The name under which a change is recorded: the caller's, or a general one if the installation requires no sign-in. */
public final class CallerName {

    private CallerName() {}

    public static String of(HttpServletRequest request) {
        return orAnonymous(request.getRemoteUser());
    }

    public static String of(SecurityContext security) {
        Principal caller = security.getUserPrincipal();
        return orAnonymous(caller == null ? null : caller.getName());
    }

    private static String orAnonymous(String name) {
        return name == null ? LocalizedMessage.of("common.anonymous").toString() : name;
    }
}
