package dev.tidemark.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Refuses {@code If-Match} for changes of resources without entity tags, as no tag can match. Methods that evaluate it
 * declare it: {@code @Parameter(ref = "IfMatch")}.
 */
@Provider
public class UnsupportedPreconditionFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> DECLARED = Set.of("IfMatch", "IfMatchRequired");

    @Context
    private ResourceInfo resource;

    @Context
    private HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || SAFE.contains(request.getMethod()) || isDeclared(method)) {
            return;
        }
        if (EntityTagList.of(headers, HttpHeaders.IF_MATCH)
                .filter(tags -> !tags.any())
                .isPresent()) {
            new Preconditions(headers).requireForChange(Optional.empty());
        }
    }

    private static boolean isDeclared(Method method) {
        return Arrays.stream(method.getAnnotationsByType(Parameter.class))
                .anyMatch(parameter -> DECLARED.contains(parameter.ref()));
    }
}
