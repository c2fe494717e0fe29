package dev.tidemark.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clean address and the view that answers it. {@code {name}} stands for one part of the path and becomes a request
 * parameter of the view.
 */
record Route(Pattern path, String view, List<String> names) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** All pages, in the order in which they are tried. */
    static final List<Route> ALL = List.of(
            of("/", "overview"),
            of("/probes/new", "probe-form"),
            of("/probes/{id}", "probe"),
            of("/probes/{id}/edit", "probe-form"),
            of("/probes/{id}/runs", "runs"),
            of("/probes/{id}/budgets", "budgets"),
            of("/budgets", "preset"),
            of("/budgets/{name}", "preset"),
            of("/runs/{id}", "run"),
            of("/compare", "compare"),
            of("/markers", "markers"),
            of("/incidents", "incidents"),
            of("/incidents/{id}", "incident"),
            desk("/maintenance", "maintenance"),
            desk("/recipients", "recipients"),
            desk("/recipients/new", "list-form"),
            desk("/recipients/{id}", "list-form"),
            in("/members/", "/settings/access", "access"),
            in("/members/", "/settings/password", "password"),
            of("/settings", "settings"),
            in("/help/", "/help", "help"),
            in("/help/", "/help/{name}", "help"),
            in("/help/", "/help/{folder}/{name}", "help"));

    private static Route of(String template, String view) {
        return in("/dashboard/", template, view);
    }

    private static Route desk(String template, String view) {
        return in("/desk/", template, view);
    }

    private static Route in(String folder, String template, String view) {
        List<String> names = VARIABLE.matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Route(
                Pattern.compile(VARIABLE.matcher(template).replaceAll("([^/]+)")), folder + view + ".xhtml", names);
    }

    /** The view with its parameters, when the path is of this route. */
    Optional<String> resolve(String requested) {
        Matcher matcher = path.matcher(requested);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        StringBuilder target = new StringBuilder(view);
        for (int i = 0; i < names.size(); i++) {
            target.append(i == 0 ? '?' : '&')
                    .append(names.get(i))
                    .append('=')
                    .append(URLEncoder.encode(matcher.group(i + 1), StandardCharsets.UTF_8));
        }
        return Optional.of(target.toString());
    }
}
