package dev.tidemark.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path pattern and its view.
 *
 * @param template the path, with {@code {name}} for a path segment that becomes a request parameter of the view
 */
record Route(String template, Pattern path, String view, List<String> names) {

    /** Fixed paths before those with variables: {@code /probes/new} is not a probe called "new". */
    static final Comparator<Route> FIXED_FIRST =
            Comparator.<Route>comparingInt(route -> route.names.size()).thenComparing(Route::template);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    static Route of(PageRoute declared) {
        List<String> names = VARIABLE.matcher(declared.value())
                .results()
                .map(found -> found.group(1))
                .toList();
        Pattern path = Pattern.compile(VARIABLE.matcher(declared.value()).replaceAll("([^/]+)"));
        return new Route(declared.value(), path, declared.view(), names);
    }

    /** The view with its parameters, if this route matches the path. */
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
