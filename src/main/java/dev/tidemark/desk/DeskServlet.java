package dev.tidemark.desk;

import dev.tidemark.alert.Incidents;
import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.NotDeliveredException;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.delivery.Postman;
import dev.tidemark.maintenance.Maintenance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the buttons of these pages do; each leads back to its page. Who may press them is decided by room access. */
@WebServlet(
        name = "desk",
        urlPatterns = {
            "/actions/window",
            "/actions/window-end",
            "/actions/letter-again",
            "/actions/letter-test",
            "/actions/look-after",
            "/actions/subscribe"
        })
public class DeskServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Maintenance maintenance;
    private final transient Outbox outbox;
    private final transient Postman postman;
    private final transient Incidents incidents;
    private final transient Audience audience;
    private final transient Clock clock;

    @Inject
    public DeskServlet(
            Maintenance maintenance,
            Outbox outbox,
            Postman postman,
            Incidents incidents,
            Audience audience,
            Clock clock) {
        this.maintenance = maintenance;
        this.outbox = outbox;
        this.postman = postman;
        this.incidents = incidents;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next =
                switch (request.getServletPath()) {
                    case "/actions/window" -> window(request);
                    case "/actions/window-end" -> endWindow(request);
                    case "/actions/letter-again" -> again(request);
                    case "/actions/letter-test" -> test(request);
                    case "/actions/subscribe" -> subscribe(request);
                    default -> lookAfter(request);
                };
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next);
    }

    private String window(HttpServletRequest request) {
        Typed typed = new Typed(request);
        return typed.window()
                .map(window -> maintenance.add(window, caller(request))
                        ? "/maintenance"
                        : "/maintenance?fault=" + encoded("There is a window \"" + window.id() + "\" already"))
                .orElseGet(() -> "/maintenance?fault=" + encoded(typed.faults()));
    }

    private String endWindow(HttpServletRequest request) {
        maintenance.remove(text(request, "id"));
        return "/maintenance";
    }

    private String again(HttpServletRequest request) {
        outbox.sendAgain(UUID.fromString(text(request, "letter")));
        return "/settings#letters";
    }

    private String test(HttpServletRequest request) {
        String to = text(request, "to").strip();
        try {
            return "/settings?tried=" + encoded("delivered: " + postman.test(to)) + "#letters";
        } catch (NotDeliveredException e) {
            return "/settings?tried=" + encoded("not delivered: " + e.getMessage()) + "#letters";
        }
    }

    private String subscribe(HttpServletRequest request) {
        audience.subscribe(text(request, "address"));
        return "/settings#letters";
    }

    private String lookAfter(HttpServletRequest request) {
        UUID id = UUID.fromString(text(request, "incident"));
        String by = text(request, "by").isBlank()
                ? caller(request)
                : text(request, "by").strip();
        String hours = text(request, "hours");
        Optional<Instant> until = hours.matches("[1-9][0-9]{0,2}")
                ? Optional.of(clock.instant().plus(Duration.ofHours(Long.parseLong(hours))))
                : Optional.empty();
        incidents.acknowledge(id, by, until);
        return "/incidents/" + id;
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static String caller(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "somebody" : request.getRemoteUser();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
