package dev.tidemark.desk;

import dev.tidemark.alert.Incidents;
import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.delivery.Postman;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.platform.Identifier;
import dev.tidemark.web.Told;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the buttons of these pages do; each leads back to its page. Who may press them is decided by room access. */
@WebServlet(
        name = "desk",
        urlPatterns = {
            "/actions/window-end",
            "/actions/letter-again",
            "/actions/letter-test",
            "/actions/list-test",
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
    private final transient Told told;
    private final transient Clock clock;

    @Inject
    public DeskServlet(
            Maintenance maintenance,
            Outbox outbox,
            Postman postman,
            Incidents incidents,
            Audience audience,
            Told told,
            Clock clock) {
        this.maintenance = maintenance;
        this.outbox = outbox;
        this.postman = postman;
        this.incidents = incidents;
        this.audience = audience;
        this.told = told;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next =
                switch (request.getServletPath()) {
                    case "/actions/window-end" -> endWindow(request);
                    case "/actions/letter-again" -> again(request);
                    case "/actions/letter-test" -> test(request);
                    case "/actions/list-test" -> testList(request);
                    case "/actions/subscribe" -> subscribe(request);
                    default -> lookAfter(request);
                };
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next);
    }

    private String endWindow(HttpServletRequest request) {
        maintenance.remove(text(request, "id"));
        return "/maintenance";
    }

    private String again(HttpServletRequest request) {
        Identifier.read(text(request, "letter")).ifPresent(outbox::sendAgain);
        return "/settings#letters";
    }

    private String test(HttpServletRequest request) {
        String to = text(request, "to").strip();
        return "/settings?told=" + told.keep(List.of(ListTrial.answer(postman, to))) + "#letters";
    }

    private String testList(HttpServletRequest request) {
        List<String> lines = new ListTrial(audience, postman, clock).send(text(request, "list"));
        return "/recipients?told=" + told.keep(lines);
    }

    private String subscribe(HttpServletRequest request) {
        audience.subscribe(text(request, "address"));
        return "/settings#letters";
    }

    private String lookAfter(HttpServletRequest request) {
        String by = text(request, "by").isBlank()
                ? caller(request)
                : text(request, "by").strip();
        String hours = text(request, "hours");
        Optional<Instant> until = hours.matches("[1-9][0-9]{0,2}")
                ? Optional.of(clock.instant().plus(Duration.ofHours(Long.parseLong(hours))))
                : Optional.empty();
        return Identifier.read(text(request, "incident"))
                .flatMap(id -> incidents.acknowledge(id, by, until))
                .map(incident -> "/incidents/" + incident.id())
                .orElse("/incidents");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static String caller(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "somebody" : request.getRemoteUser();
    }
}
