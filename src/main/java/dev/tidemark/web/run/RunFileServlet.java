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
    private final transient RunReportService reports;

    @Inject
    public RunFileServlet(RunHistory history, ProbeCatalog catalog, RunReportService reports) {
        this.history = history;
        this.catalog = catalog;
        this.reports = reports;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<Run> run = path.matches() ? run(path.group(1)) : Optional.empty();
        Optional<String> svg = run.map(this::report).flatMap(report -> drawing(path.group(2), report, request));
        if (svg.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        new ChartFile(path.group(1) + "-" + path.group(2), svg.get()).send(response, path.group(3));
    }

    private Optional<String> drawing(String chart, RunReport report, HttpServletRequest request) {
        return switch (chart) {
            case "timeline" -> report.timelineFile();
            case "film" -> reports.filmstripFile(report);
            case "lcp" -> report.lcpFile();
            case "bytes" -> report.bytesFile();
            default -> waterfall(report, request);
        };
    }

    private RunReport report(Run run) {
        return reports.create(run, catalog.find(run.slot().probe()).map(CatalogEntry::probe));
    }

    private static Optional<String> waterfall(RunReport report, HttpServletRequest request) {
        WaterfallFilter choice = new WaterfallFilter(
                request.getParameter("type"), request.getParameter("party"), request.getParameter("sort"));
        return Optional.of(report.getWaterfall())
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
