package dev.tidemark.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/**
 * Refuses query parameters that a resource does not have. Methods that read them from {@link UriInfo} report unknown ones
 * together with their other errors: {@link QueryParameters#requireValid()}.
 */
@Provider
public class UnknownParameterFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || Arrays.asList(method.getParameterTypes()).contains(UriInfo.class)) {
            return;
        }
        QueryParameters query = new QueryParameters(request.getUriInfo().getQueryParameters());
        Arrays.stream(method.getParameters())
                .map(UnknownParameterFilter::name)
                .filter(name -> !name.isEmpty())
                .forEach(name -> query.all(name, text -> text));
        query.requireValid();
    }

    private static String name(Parameter parameter) {
        QueryParam named = parameter.getAnnotation(QueryParam.class);
        return named == null ? "" : named.value();
    }
}
