package dev.tidemark.web.support;

import dev.tidemark.platform.http.BasePath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Forwards the path of each page to its view, and hides the paths of view files. Page beans declare their routes
 * ({@link PageRoute}). Mapped in web.xml.
 */
public class RouteFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private transient List<Route> routes;

    @Inject
    void findRoutes(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> Arrays.stream(bean.getBeanClass().getAnnotationsByType(PageRoute.class)))
                .map(Route::of)
                .sorted(Route.FIXED_FIRST)
                .toList();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = BasePath.pathOf(request);
        Optional<String> view =
                routes.stream().flatMap(route -> route.resolve(path).stream()).findFirst();
        if (view.isPresent()) {
            request.getRequestDispatcher(view.get()).forward(request, response);
        } else if (path.endsWith(".xhtml")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
