package dev.tidemark.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RouteTest {

    @PageRoute(value = "/probes/{id}", view = "/dashboard/probe.xhtml")
    @PageRoute(value = "/probes/new", view = "/probeform/probe-form.xhtml")
    private static final class SamplePage {}

    private static List<Route> routes() {
        return Stream.of(SamplePage.class.getAnnotationsByType(PageRoute.class))
                .map(Route::of)
                .sorted(Route.FIXED_FIRST)
                .toList();
    }

    private static Optional<String> resolve(String path) {
        return routes().stream().flatMap(route -> route.resolve(path).stream()).findFirst();
    }

    @Nested
    class GivenAFixedAddressBesideOneWithAVariable {
        @Test
        void whenThePathIsFixed_thenItsViewIsShown() {
            assertThat(resolve("/probes/new")).contains("/probeform/probe-form.xhtml");
        }

        @Test
        void whenThePathHasAValue_thenTheViewGetsItAsAnEncodedParameter() {
            assertThat(resolve("/probes/a&b")).contains("/dashboard/probe.xhtml?id=a%26b");
        }

        @Test
        void whenThePathHasMoreSegments_thenNoRouteMatches() {
            assertThat(resolve("/probes/shop/other")).isEmpty();
        }
    }
}
