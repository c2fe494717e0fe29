package dev.tidemark.web.run;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.RunId;
import dev.tidemark.reporting.diagnosis.RunReport;
import dev.tidemark.reporting.diagnosis.RunReportService;
import dev.tidemark.reporting.diagnosis.WaterfallFilter;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.web.support.ChartFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charts of a run as files at {@code /runs/{id}/waterfall.svg}, {@code timeline.svg}, {@code film.svg} (the
 * filmstrip), {@code lcp.svg} and {@code bytes.svg}, or {@code .png}. The waterfall has the parameters of the page:
 * type, party, sort.
 */
@WebServlet(name = "run-file", urlPatterns = "/runs/*")
public class RunFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([^/]+)/(waterfall|timeline|film|lcp|bytes)\\.(svg|png)");

    private final transient RunHistory history;
    private final transient ProbeCatalog catalog;
    private final transient RunReportService stories;

    @Inject
    public RunFileServlet(RunHistory history, ProbeCatalog catalog, RunReportService stories) {
        this.history = history;
        this.catalog = catalog;
        this.stories = stories;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<Run> run = path.matches() ? run(path.group(1)) : Optional.empty();
        Optional<String> svg = run.map(this::story).flatMap(story -> drawing(path.group(2), story, request));
        if (svg.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        new ChartFile(path.group(1) + "-" + path.group(2), svg.get()).send(response, path.group(3));
    }

    private Optional<String> drawing(String chart, RunReport story, HttpServletRequest request) {
        return switch (chart) {
            case "timeline" -> story.stripFile();
            case "film" -> stories.filmFile(story);
            case "lcp" -> story.lcpFile();
            case "bytes" -> story.bytesFile();
            default -> waterfall(story, request);
        };
    }

    private RunReport story(Run run) {
        return stories.tell(run, catalog.find(run.slot().probe()).map(CatalogEntry::probe));
    }

    private static Optional<String> waterfall(RunReport story, HttpServletRequest request) {
        WaterfallFilter choice = new WaterfallFilter(
                request.getParameter("type"), request.getParameter("party"), request.getParameter("sort"));
        return Optional.of(story.getWaterfall())
                .filter(waterfall -> waterfall.count(choice) > 0)
                .map(waterfall -> waterfall.chart(choice).file());
    }

    private Optional<Run> run(String id) {
        try {
            return history.find(RunId.parse(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
