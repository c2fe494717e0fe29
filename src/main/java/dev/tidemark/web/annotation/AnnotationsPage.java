package dev.tidemark.web.annotation;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.MarkerReader;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists annotations and creates new ones. An invalid form is shown again with its values and errors. */
@PageRoute(value = "/markers", view = "/annotation/annotations.xhtml")
@Named
@RequestScoped
public class AnnotationsPage {

    private static final int SHOWN = 100;
    private static final String PATH = "/markers";
    private static final String TAG = "tag:";

    private final Markers markers;
    private final MarkerReader reader;
    private final ProbeCatalog catalog;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private List<ValidationError> errors = List.of();
    private String show = "";
    private String behind = "";
    private String ahead = "";
    private Page<Marker> page = Page.empty();

    @Inject
    public AnnotationsPage(
            Markers markers, MarkerReader reader, ProbeCatalog catalog, Viewer viewer, HttpServletRequest request) {
        this.markers = markers;
        this.reader = reader;
        this.catalog = catalog;
        this.viewer = viewer;
        this.request = request;
    }

    public void load() {
        if (request.getMethod().equals("POST")) {
            change();
        }
        page = PathIdentifier.read(ahead)
                .map(first -> markers.pageBefore(first, kind(), SHOWN))
                .orElseGet(() -> markers.pageAfter(PathIdentifier.read(behind), kind(), SHOWN));
    }

    /** The kind to show; empty for all, also if the parameter is invalid. */
    private Optional<Marker.Kind> kind() {
        return Arrays.stream(Marker.Kind.values())
                .filter(kind -> kind.label().equals(show))
                .findFirst();
    }

    private void change() {
        Optional<UUID> deleted = PathIdentifier.read(value("delete"));
        if (deleted.isPresent()) {
            markers.delete(deleted.get());
            FormResponse.seeOther(back(getAddress()));
            return;
        }
        ValidationErrors found = new ValidationErrors();
        Optional<Marker> marker = reader.read(json(), viewer.getName(), found);
        if (marker.isPresent()) {
            markers.add(marker.get());
            FormResponse.seeOther(back(PATH));
        } else {
            errors = found.all();
            FormResponse.unprocessable();
        }
    }

    /** The form as JSON, for the same validation as the API. */
    private String json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : List.of("kind", "title", "link")) {
            put(json, key, value(key));
        }
        put(json, "at", instant(value("at")));
        String scope = value("scope");
        put(
                json,
                scope.startsWith(TAG) ? "tag" : "probe",
                scope.startsWith(TAG) ? scope.substring(TAG.length()) : scope);
        return json.build().toString();
    }

    private static void put(JsonObjectBuilder json, String key, String value) {
        if (!value.isBlank()) {
            json.add(key, value);
        }
    }

    /** Values of date inputs are in the viewer's time zone; other text is passed on to validation. */
    private String instant(String text) {
        try {
            return LocalDateTime.parse(text).atZone(viewer.zone()).toInstant().toString();
        } catch (DateTimeException none) {
            return text;
        }
    }

    /** The page that contained the form: the page of an existing probe, or this one. */
    private String back(String here) {
        return catalog.findBySlug(value("back"))
                .map(entry -> "/probes/" + entry.probe().id())
                .orElse(here);
    }

    public List<LocalizedMessage> getErrors() {
        return errors.stream().map(ValidationError::detail).toList();
    }

    public List<Marker> getAnnotations() {
        return page.items();
    }

    public List<Marker.Kind> getKinds() {
        return List.of(Marker.Kind.values());
    }

    /** The URL of this page for a kind of annotation; empty for all kinds. */
    public String addressOf(String other) {
        return other.isEmpty() ? PATH : PATH + "?show=" + other;
    }

    /** The URL of this page with its current filter and position. */
    public String getAddress() {
        return PathIdentifier.read(ahead)
                .map(first -> address("ahead", first.toString()))
                .or(() -> PathIdentifier.read(behind).map(last -> address("behind", last.toString())))
                .orElseGet(() -> addressOf(kindLabel()));
    }

    /** The URL of the page of older annotations; empty if there are none. */
    public String getOlder() {
        return page.next().map(last -> address("behind", last)).orElse("");
    }

    /** The URL of the page of newer annotations; empty if there are none. */
    public String getNewer() {
        return page.previous().map(first -> address("ahead", first)).orElse("");
    }

    private String address(String side, String marker) {
        String kind = kindLabel();
        return addressOf(kind) + (kind.isEmpty() ? "?" : "&") + side + "=" + marker;
    }

    private String kindLabel() {
        return kind().map(Marker.Kind::label).orElse("");
    }

    public String getShow() {
        return show;
    }

    public void setShow(String show) {
        this.show = show == null ? "" : show;
    }

    public String getBehind() {
        return behind;
    }

    public void setBehind(String behind) {
        this.behind = behind == null ? "" : behind;
    }

    public String getAhead() {
        return ahead;
    }

    public void setAhead(String ahead) {
        this.ahead = ahead == null ? "" : ahead;
    }

    /** The value of an input; empty if there is none. */
    public String value(String input) {
        String text = request.getParameter(input);
        return text == null ? "" : text;
    }

    /** The scopes that the form offers besides all probes: each tag and each probe. */
    public List<Scope> getScopes() {
        List<Scope> tags = catalog.tags().stream()
                .map(tag -> new Scope(TAG + tag, LocalizedMessage.of("annotations.form.withTag", tag)))
                .toList();
        List<Scope> probes = catalog.all().stream()
                .map(one -> new Scope(
                        one.probe().id().slug(),
                        LocalizedMessage.verbatim(one.probe().name())))
                .toList();
        return java.util.stream.Stream.concat(tags.stream(), probes.stream()).toList();
    }

    /** A scope of an annotation. */
    public record Scope(String value, LocalizedMessage label) {}
}
