package dev.tidemark.web.maillink;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentActions;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.SnoozeHours;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.notification.SignedLinks;
import dev.tidemark.alerting.notification.SignedLinks.AcknowledgeLink;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The targets of signed links in notifications. GET only shows a button, because mail scanners follow links; POST acts. One-click
 * unsubscription by a mail program (RFC 8058) is a POST to the same URL.
 */
@WebServlet(name = "letters", urlPatterns = "/letters/*")
public class MailLinkServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SignedLinks links;
    private final transient RecipientResolver recipients;
    private final transient IncidentReader incidents;
    private final transient IncidentActions actions;
    private final transient Clock clock;

    @Inject
    public MailLinkServlet(
            SignedLinks links,
            RecipientResolver recipients,
            IncidentReader incidents,
            IncidentActions actions,
            Clock clock) {
        this.links = links;
        this.recipients = recipients;
        this.incidents = incidents;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, view(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, act(request));
    }

    private MailLinkAnswer view(HttpServletRequest request) {
        String token = token(request);
        if ("/unsubscribe".equals(request.getPathInfo())) {
            return links.unsubscribeRecipient(token)
                    .map(address -> recipients.isUnsubscribed(address)
                            ? MailLinkAnswer.unsubscribed(address)
                            : MailLinkAnswer.subscribed(address))
                    .orElse(MailLinkAnswer.INVALID_LINK);
        }
        if ("/acknowledge".equals(request.getPathInfo())) {
            return incident(token).map(MailLinkAnswer::acknowledge).orElse(MailLinkAnswer.INVALID_LINK);
        }
        return MailLinkAnswer.INVALID_LINK;
    }

    private MailLinkAnswer act(HttpServletRequest request) {
        String token = token(request);
        return switch (String.valueOf(request.getPathInfo())) {
            case "/unsubscribe" ->
                links.unsubscribeRecipient(token)
                        .map(address -> subscribe(address, "true".equals(request.getParameter("undo"))))
                        .orElse(MailLinkAnswer.INVALID_LINK);
            case "/acknowledge" -> acknowledge(token, request.getParameter("hours"));
            default -> MailLinkAnswer.INVALID_LINK;
        };
    }

    private MailLinkAnswer subscribe(String address, boolean resubscribe) {
        return byLinkTo(address).supply(() -> changeSubscription(address, resubscribe));
    }

    private static AuditOrigin byLinkTo(String address) {
        String recipient = RecipientDisplay.display(address).toString();
        return AuditOrigin.current().by(new AuditActor(AuditActor.Kind.LINK, recipient));
    }

    private MailLinkAnswer changeSubscription(String address, boolean resubscribe) {
        if (resubscribe) {
            recipients.subscribe(address);
            return MailLinkAnswer.subscribed(address);
        }
        recipients.unsubscribe(address);
        return MailLinkAnswer.unsubscribed(address);
    }

    private MailLinkAnswer acknowledge(String token, String hours) {
        Optional<AcknowledgeLink> link = links.acknowledgeLink(token);
        if (link.isEmpty() || !links.markUsed(token)) {
            return MailLinkAnswer.INVALID_LINK;
        }
        Optional<Instant> until = SnoozeHours.read(hours).map(clock.instant()::plus);
        return byLinkTo(link.get().recipient())
                .supply(() ->
                        actions.acknowledge(link.get().incident(), link.get().recipient(), until, Optional.empty()))
                .map(MailLinkAnswer::acknowledged)
                .orElse(MailLinkAnswer.INVALID_LINK);
    }

    private Optional<Incident> incident(String token) {
        return links.acknowledgeLink(token)
                .map(AcknowledgeLink::incident)
                .flatMap(incidents::find)
                .filter(Incident::isOpen);
    }

    private static String token(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("token")).orElse("");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, MailLinkAnswer page)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (page.equals(MailLinkAnswer.INVALID_LINK)) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        request.setAttribute("mailLink", page);
        request.setAttribute("token", token(request));
        request.getRequestDispatcher("/maillink/mail-link.xhtml").forward(request, response);
    }
}
