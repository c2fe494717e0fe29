package dev.tidemark.web.dashboard;

import dev.tidemark.platform.database.DatabaseMonitor;
import dev.tidemark.platform.database.DatabaseStatus;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.http.OutageResponse;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.KnownStatuses;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The page in place of any other while the database is unavailable, with what this node remembers. */
@Named
@RequestScoped
public class OutagePage {

    private final HttpServletRequest request;
    private final DatabaseMonitor database;
    private final StatusService statusService;
    private final Viewer viewer;

    @Inject
    public OutagePage(
            HttpServletRequest request, DatabaseMonitor database, StatusService statusService, Viewer viewer) {
        this.request = request;
        this.database = database;
        this.statusService = statusService;
        this.viewer = viewer;
    }

    public LocalizedMessage getTitle() {
        boolean readOnly = status().state() == DatabaseStatus.State.READ_ONLY;
        return LocalizedMessage.of(readOnly ? "errors.outage.readOnlyTitle" : "errors.outage.title");
    }

    public LocalizedMessage getText() {
        return LocalizedMessage.of("errors.outage.text", database.name() + ": " + status().reason());
    }

    public LocalizedMessage getLastReachable() {
        return status().lastReachable()
                .map(at -> LocalizedMessage.of(
                        "errors.outage.lastReachable", database.name(), viewer.ago(at), viewer.exact(at)))
                .orElseGet(() -> LocalizedMessage.of("errors.outage.neverReached", database.name()));
    }

    /** The page that was requested; the overview after a change that was refused. */
    public String getAddress() {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null || !request.getMethod().equals("GET")) {
            return "/";
        }
        String page = BasePath.of(request).within(path.toString());
        return request.getQueryString() == null ? page : page + "?" + request.getQueryString();
    }

    /** Empty for clients that may not read pages. */
    public List<ProbeStatus> getStatuses() {
        return known().map(KnownStatuses::statuses).orElse(List.of());
    }

    public LocalizedMessage getAge() {
        return known().map(known -> LocalizedMessage.of(
                        "errors.outage.lastKnownAge", viewer.exact(known.at()), viewer.ago(known.at())))
                .orElse(LocalizedMessage.EMPTY);
    }

    private Optional<KnownStatuses> known() {
        return request.getAttribute(OutageResponse.MAY_READ) == null ? Optional.empty() : statusService.lastKnown();
    }

    private DatabaseStatus status() {
        return request.getAttribute(OutageResponse.STATUS) instanceof DatabaseStatus status
                ? status
                : database.status();
    }
}
