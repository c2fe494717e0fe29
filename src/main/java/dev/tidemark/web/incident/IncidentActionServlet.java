package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.IncidentActions;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.web.support.FlashMessages;
import dev.tidemark.web.support.PageLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The buttons of the incident pages, for one or several incidents. It redirects to the page of the incident, or to the list;
 * {@code security.auth} authorizes the request before.
 */
@WebServlet(name = "incident-actions", urlPatterns = "/actions/incident")
public class IncidentActionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient IncidentActions actions;
    private final transient FlashMessages flashMessages;
    private final transient Clock clock;

    @Inject
    public IncidentActionServlet(IncidentActions actions, FlashMessages flashMessages, Clock clock) {
        this.actions = actions;
        this.flashMessages = flashMessages;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<IncidentForm> form = IncidentForm.read(request, clock.instant());
        List<UUID> incidents = Stream.of(Optional.ofNullable(request.getParameterValues("incident"))
                        .orElse(new String[0]))
                .flatMap(id -> PathIdentifier.read(id).stream())
                .distinct()
                .toList();
        if (form.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<LocalizedMessage> told =
                form.get().problem().map(List::of).orElseGet(() -> act(form.get(), incidents, CallerName.of(request)));
        BasePath.seeOther(request, response, next(request, incidents, told));
    }

    private List<LocalizedMessage> act(IncidentForm form, List<UUID> incidents, String by) {
        long done = incidents.stream()
                .filter(incident -> form.apply(actions, incident, by))
                .count();
        List<LocalizedMessage> told = new ArrayList<>();
        if (incidents.isEmpty()) {
            told.add(LocalizedMessage.of("incidents.bulk.none"));
        } else if (incidents.size() > 1 && done > 0) {
            told.add(LocalizedMessage.of("incidents.bulk." + form.action().label(), done));
        }
        if (done < incidents.size()) {
            told.add(LocalizedMessage.of("incidents.bulk.unchanged", incidents.size() - done));
        }
        return told;
    }

    /** The list keeps its filter, which is in the parameter {@code back}. */
    private String next(HttpServletRequest request, List<UUID> incidents, List<LocalizedMessage> told) {
        String back = Optional.ofNullable(request.getParameter("back")).orElse("");
        String single = incidents.size() == 1 ? "/incidents/" + incidents.get(0) : "/incidents";
        String page = back.startsWith("/incidents?") ? back : single;
        if (told.isEmpty()) {
            return page;
        }
        Messages messages = Messages.of(request.getLocale());
        return PageLink.of(page)
                .with(
                        "told",
                        flashMessages.store(told.stream().map(messages::format).toList()))
                .url();
    }
}
