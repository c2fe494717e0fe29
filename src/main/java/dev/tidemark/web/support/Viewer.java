package dev.tidemark.web.support;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.security.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;

/** The viewer of a page: time zone (from a cookie that the page's script sets; default UTC), language, and user. */
@RequestScoped
public class Viewer {

    private static final String ZONE_COOKIE = "tz";
    private static final ZoneId WITHOUT = ZoneId.of("UTC");

    private final HttpServletRequest request;
    private final Clock clock;

    @Inject
    public Viewer(HttpServletRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    public ZoneId zone() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(ZONE_COOKIE))
                .map(Cookie::getValue)
                .map(Viewer::zoneOf)
                .findFirst()
                .orElse(WITHOUT);
    }

    public TimeText times() {
        return new TimeText(zone(), clock.instant(), messages());
    }

    /** The messages in the language of the viewer. */
    public Messages messages() {
        return Messages.of(request.getLocale());
    }

    /** "3 min ago". */
    public String ago(Instant at) {
        return times().ago(at);
    }

    public String exact(Instant at) {
        return times().exact(at);
    }

    /** The name of the user who is signed in; empty if nobody is. */
    public String getName() {
        return request.getRemoteUser() == null ? "" : request.getRemoteUser();
    }

    public boolean isEditor() {
        return request.isUserInRole(Role.EDITOR.label());
    }

    /** Whether the viewer is signed in without being an admin. */
    public boolean isNonAdmin() {
        return request.getRemoteUser() != null && !request.isUserInRole(Role.OPERATOR.label());
    }

    /** The name of the role; empty if not signed in. */
    public String role() {
        return getName().isEmpty()
                ? ""
                : messages()
                        .get("access.role."
                                + Role.highest(request::isUserInRole).label());
    }

    /**
     * Whether the viewer is signed in without write access. Viewers who are not signed in are asked to sign in when
     * they change something.
     */
    public boolean isReadOnly() {
        return request.getRemoteUser() != null && !isEditor();
    }

    /** The path of the page that the browser shows, below the base path. */
    public String getAddress() {
        Object forwarded = request.getAttribute("jakarta.servlet.forward.request_uri");
        return forwarded == null
                ? BasePath.pathOf(request)
                : BasePath.of(request).within(forwarded.toString());
    }

    private static ZoneId zoneOf(String text) {
        try {
            return ZoneId.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException e) {
            return WITHOUT;
        }
    }
}
