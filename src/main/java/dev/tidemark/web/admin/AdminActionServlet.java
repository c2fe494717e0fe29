package dev.tidemark.web.admin;

import dev.tidemark.alerting.delivery.DeliveryWorker;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.platform.http.BasePath;
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
import java.util.List;
import java.util.Optional;

/**
 * The form actions of the admin pages. Each redirects to its page; {@code security.auth} authorizes the request
 * before.
 */
@WebServlet(
        name = "desk",
        urlPatterns = {
            "/actions/window-end",
            "/actions/letter-again",
            "/actions/letter-test",
            "/actions/list-test",
            "/actions/subscribe"
        })
public class AdminActionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient MaintenanceSchedule maintenance;
    private final transient Outbox outbox;
    private final transient DeliveryWorker worker;
    private final transient RecipientResolver recipients;
    private final transient FlashMessages flashMessages;
    private final transient Clock clock;

    @Inject
    public AdminActionServlet(
            MaintenanceSchedule maintenance,
            Outbox outbox,
            DeliveryWorker worker,
            RecipientResolver recipients,
            FlashMessages flashMessages,
            Clock clock) {
        this.maintenance = maintenance;
        this.outbox = outbox;
        this.worker = worker;
        this.recipients = recipients;
        this.flashMessages = flashMessages;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next =
                switch (request.getServletPath()) {
                    case "/actions/window-end" -> endWindow(request);
                    case "/actions/letter-again" -> resend(request);
                    case "/actions/letter-test" -> sendTest(request);
                    case "/actions/list-test" -> sendGroupTest(request);
                    default -> subscribe(request);
                };
        BasePath.seeOther(request, response, next);
    }

    private String endWindow(HttpServletRequest request) {
        maintenance.remove(parameter(request, "id"));
        return "/maintenance";
    }

    private String resend(HttpServletRequest request) {
        PathIdentifier.read(parameter(request, "letter")).ifPresent(outbox::retry);
        return "/settings#letters";
    }

    private String sendTest(HttpServletRequest request) {
        String to = parameter(request, "to").strip();
        return "/settings?told=" + flashMessages.store(localized(request, List.of(ContactGroupTest.result(worker, to))))
                + "#letters";
    }

    private String sendGroupTest(HttpServletRequest request) {
        List<LocalizedMessage> lines = new ContactGroupTest(recipients, worker, clock).send(parameter(request, "list"));
        return "/recipients?told=" + flashMessages.store(localized(request, lines));
    }

    private static List<String> localized(HttpServletRequest request, List<LocalizedMessage> lines) {
        return lines.stream().map(Messages.of(request.getLocale())::format).toList();
    }

    private String subscribe(HttpServletRequest request) {
        recipients.subscribe(parameter(request, "address"));
        return "/settings#letters";
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
