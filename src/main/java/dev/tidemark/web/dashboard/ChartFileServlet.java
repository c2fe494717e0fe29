package dev.tidemark.web.dashboard;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.web.support.ChartFile;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.Viewer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charts of a probe as files: the trend at {@code /probes/{id}/chart.svg}, {@code .png} or {@code .csv}, the
 * distribution at {@code /probes/{id}/histogram.svg} or {@code .png}. The parameters are those of the page: metric,
 * range or from and to, location, with. The sparkline of a location on the overview is at {@code
 * /probes/{id}/sparkline.svg} or {@code .png}.
 */
@WebServlet(name = "chart-file", urlPatterns = "/probes/*")
public class ChartFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH =
            Pattern.compile("/([^/]+)/(?:(chart|histogram|sparkline)\\.(svg|png)|chart\\.csv)");

    private final transient ProbeCatalog catalog;
    private final transient TrendView trends;
    private final transient RunSeries runSeries;
    private final transient StatusService statusService;
    private final transient Viewer viewer;

    @Inject
    public ChartFileServlet(
            ProbeCatalog catalog, TrendView trends, RunSeries runSeries, StatusService statusService, Viewer viewer) {
        this.catalog = catalog;
        this.trends = trends;
        this.runSeries = runSeries;
        this.statusService = statusService;
        this.viewer = viewer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<CatalogEntry> found = path.matches() ? catalog.findBySlug(path.group(1)) : Optional.empty();
        Optional<Metric> metric = metric(request.getParameter("metric"));
        if (found.isEmpty() || metric.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Probe probe = found.get().probe();
        LocationName location = probe.location(request.getParameter("location"));
        if ("sparkline".equals(path.group(2))) {
            String sparkline =
                    statusService.of(found.get(), location).sparkline().file();
            new ChartFile(probe.id() + "-sparkline", sparkline).send(response, path.group(3));
            return;
        }
        TimeRange range = TimeRange.read(
                request.getParameter("range"),
                request.getParameter("from"),
                request.getParameter("to"),
                viewer.times().now(),
                viewer.zone());
        List<ComparisonSeries> comparisons = ComparisonSeries.selected(
                ComparisonSeries.of(probe, location, catalog.all()),
                ComparisonSeries.keys(request.getParameter("with")));
        String name = probe.id() + "-" + metric.get().code().replaceAll("[^A-Za-z0-9]+", "-");
        if (path.group(2) == null) {
            String csv = new CsvExport(runSeries, metric.get(), range).of(probe, location, comparisons);
            send(csv, name, response);
            return;
        }
        boolean trend = path.group(2).equals("chart");
        String svg = trend
                ? trends.chart(probe, location, metric.get(), comparisons, range, viewer.zone())
                        .file(ComparisonSeries.nameOfMain(probe, location))
                : trends.histogram(probe, location, metric.get(), range).file();
        new ChartFile(trend ? name : name + "-histogram", svg).send(response, path.group(3));
    }

    private static void send(String csv, String name, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        response.getOutputStream().write(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Metric> metric(String code) {
        try {
            return Optional.of(code == null || code.isBlank() ? Metric.LCP : Metric.parse(code));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
