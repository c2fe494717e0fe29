package dev.tidemark.web.admin;

import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.notification.DeliveryWorker;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.web.support.FlashMessages;
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

/** Form actions of these pages; each redirects to its page. Authorization is decided by package access. */
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
public class AdminActionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient MaintenanceSchedule maintenance;
    private final transient Outbox outbox;
    private final transient DeliveryWorker postman;
    private final transient IncidentReader incidents;
    private final transient RecipientResolver audience;
    private final transient FlashMessages told;
    private final transient Clock clock;

    @Inject
    public AdminActionServlet(
            MaintenanceSchedule maintenance,
            Outbox outbox,
            DeliveryWorker postman,
            IncidentReader incidents,
            RecipientResolver audience,
            FlashMessages told,
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
        PathIdentifier.read(text(request, "letter")).ifPresent(outbox::sendAgain);
        return "/settings#letters";
    }

    private String test(HttpServletRequest request) {
        String to = text(request, "to").strip();
        return "/settings?told=" + told.keep(spoken(request, List.of(ContactGroupTest.answer(postman, to))))
                + "#letters";
    }

    private String testList(HttpServletRequest request) {
        List<LocalizedMessage> lines = new ContactGroupTest(audience, postman, clock).send(text(request, "list"));
        return "/recipients?told=" + told.keep(spoken(request, lines));
    }

    private static List<String> spoken(HttpServletRequest request, List<LocalizedMessage> lines) {
        return lines.stream().map(Messages.of(request.getLocale())::say).toList();
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
        return PathIdentifier.read(text(request, "incident"))
                .flatMap(id -> incidents.acknowledge(id, by, until))
                .map(incident -> "/incidents/" + incident.id())
                .orElse("/incidents");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static String caller(HttpServletRequest request) {
        return request.getRemoteUser() == null
                ? LocalizedMessage.of("common.anonymous").toString()
                : request.getRemoteUser();
    }
}
