package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ChangeRefusedException;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The form actions that apply limits. Each redirects to the budgets of the probe; {@code security.auth} authorizes the
 * request before.
 */
@WebServlet(
        name = "adoptions",
        urlPatterns = {"/actions/adopt-preset", "/actions/adopt-suggestion"})
public class LimitAdoptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ProbeCatalog catalog;
    private final transient LimitAdoption adoption;

    @Inject
    public LimitAdoptionServlet(ProbeCatalog catalog, LimitAdoption adoption) {
        this.catalog = catalog;
        this.adoption = adoption;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CatalogEntry> entry = catalog.findBySlug(request.getParameter("probe"));
        if (entry.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            adopt(request, entry.get());
        } catch (ChangeRefusedException refused) {
            conflict(request, response, refused.localizedMessage());
            return;
        } catch (IllegalArgumentException unknown) {
            conflict(request, response, InvalidValueException.messageOf(unknown));
            return;
        }
        BasePath.seeOther(request, response, "/probes/" + entry.get().probe().id() + "/budgets");
    }

    private static void conflict(HttpServletRequest request, HttpServletResponse response, LocalizedMessage reason)
            throws IOException {
        response.sendError(
                HttpServletResponse.SC_CONFLICT,
                Messages.of(request.getLocale()).format(reason));
    }

    private void adopt(HttpServletRequest request, CatalogEntry entry) {
        if (request.getServletPath().endsWith("preset")) {
            adoption.adopt(entry, BudgetPresets.named(String.valueOf(request.getParameter("preset"))));
            return;
        }
        String[] metrics = request.getParameterValues("metric");
        adoption.adoptSuggestions(entry, metrics == null ? List.of() : List.of(metrics));
    }
}
