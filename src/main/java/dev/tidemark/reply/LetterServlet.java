package dev.tidemark.reply;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.Incidents;
import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.SignedLinks;
import dev.tidemark.delivery.SignedLinks.Acknowledging;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the signed links of letters lead. GET only shows a button, because programs look at links before people do; POST acts.
 * One click of a mail program (RFC 8058) is a POST to the same address.
 */
@WebServlet(name = "letters", urlPatterns = "/letters/*")
public class LetterServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SignedLinks links;
    private final transient Audience audience;
    private final transient Incidents incidents;
    private final transient Clock clock;

    @Inject
    public LetterServlet(SignedLinks links, Audience audience, Incidents incidents, Clock clock) {
        this.links = links;
        this.audience = audience;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, question(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, act(request));
    }

    private Answer question(HttpServletRequest request) {
        String token = token(request);
        if ("/unsubscribe".equals(request.getPathInfo())) {
            return links.unsubscriber(token)
                    .map(address ->
                            audience.unsubscribed().contains(address) ? Answer.gone(address) : Answer.stay(address))
                    .orElse(Answer.WORTHLESS);
        }
        if ("/acknowledge".equals(request.getPathInfo())) {
            return incident(token).map(Answer::question).orElse(Answer.WORTHLESS);
        }
        return Answer.WORTHLESS;
    }

    private Answer act(HttpServletRequest request) {
        String token = token(request);
        return switch (String.valueOf(request.getPathInfo())) {
            case "/unsubscribe" ->
                links.unsubscriber(token)
                        .map(address -> subscribe(address, "true".equals(request.getParameter("undo"))))
                        .orElse(Answer.WORTHLESS);
            case "/acknowledge" -> acknowledge(token, request.getParameter("hours"));
            default -> Answer.WORTHLESS;
        };
    }

    private Answer subscribe(String address, boolean again) {
        if (again) {
            audience.subscribe(address);
            return Answer.stay(address);
        }
        audience.unsubscribe(address);
        return Answer.gone(address);
    }

    private Answer acknowledge(String token, String hours) {
        Optional<Acknowledging> asked = links.acknowledging(token);
        if (asked.isEmpty() || !links.use(token)) {
            return Answer.WORTHLESS;
        }
        Optional<Instant> until = hours != null && hours.matches("[1-9][0-9]{0,2}")
                ? Optional.of(clock.instant().plus(Duration.ofHours(Long.parseLong(hours))))
                : Optional.empty();
        return incidents
                .acknowledge(asked.get().incident(), asked.get().recipient(), until)
                .map(Answer::done)
                .orElse(Answer.WORTHLESS);
    }

    private Optional<Incident> incident(String token) {
        return links.acknowledging(token)
                .map(Acknowledging::incident)
                .flatMap(incidents::find)
                .filter(Incident::isOpen);
    }

    private static String token(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("token")).orElse("");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (answer.equals(Answer.WORTHLESS)) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
        request.setAttribute("letter", answer);
        request.setAttribute("token", token(request));
        request.getRequestDispatcher("/reply/letter.xhtml").forward(request, response);
    }
}
