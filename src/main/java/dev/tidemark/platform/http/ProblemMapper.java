package dev.tidemark.platform.http;

import dev.tidemark.platform.database.DatabaseFailure;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.RequestLanguage;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Maps every exception of a resource to problem details. An unexpected exception is logged with an ID, which the response
 * repeats.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int INVALID = 422;

    @Inject
    private OutageResponse outages;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        boolean outage = !(thrown instanceof ProblemException) && DatabaseFailure.isCauseOf(thrown);
        Problem problem = outage ? outages.problem(outages.status(thrown)) : problem(thrown);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json(uri.getRequestUri().getPath(), RequestLanguage.of(headers)));
        if (outage) {
            response.header(HttpHeaders.RETRY_AFTER, OutageResponse.RETRY_SECONDS);
        }
        if (thrown instanceof WebApplicationException web) {
            List<Object> allow = web.getResponse().getHeaders().get(HttpHeaders.ALLOW);
            if (allow != null) {
                allow.forEach(method -> response.header(HttpHeaders.ALLOW, method));
            }
        }
        return response.build();
    }

    static Problem problem(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.problem();
        }
        if (thrown instanceof ConstraintViolationException invalid) {
            List<Problem.Error> errors = invalid.getConstraintViolations().stream()
                    .map(one -> new Problem.Error(
                            pointer(one.getPropertyPath().toString()), LocalizedMessage.verbatim(one.getMessage())))
                    .toList();
            return new Problem(
                    INVALID, LocalizedMessage.of("problem.title.invalidInput"), LocalizedMessage.EMPTY, errors);
        }
        if (thrown instanceof JsonException
                || thrown instanceof JsonbException
                || thrown instanceof ProcessingException) {
            return Problem.of(400, LocalizedMessage.of("problem.body.invalidJson"));
        }
        if (thrown instanceof WebApplicationException web) {
            return Problem.of(web.getResponse().getStatus(), reason(web));
        }
        return unexpected(thrown);
    }

    private static LocalizedMessage reason(WebApplicationException web) {
        return switch (web.getResponse().getStatus()) {
            case 404 -> LocalizedMessage.of("problem.path.notFound");
            case 405 -> LocalizedMessage.of("problem.method.notAllowed");
            case 406 -> LocalizedMessage.of("problem.accept.unsupported");
            case 415 -> LocalizedMessage.of("problem.contentType.unsupported");
            default -> LocalizedMessage.EMPTY;
        };
    }

    private static String pointer(String path) {
        int parameter = path.indexOf('.');
        return "/" + path.substring(parameter + 1).replace('.', '/');
    }

    private static Problem unexpected(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Problem " + id, thrown);
        return Problem.of(500, LocalizedMessage.of("problem.internal", id));
    }
}
