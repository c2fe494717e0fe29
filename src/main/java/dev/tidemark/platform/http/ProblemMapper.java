package dev.tidemark.platform.http;

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

/** Every exception of a resource becomes a problem document. A bug is logged with an id that the caller is told. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int INVALID = 422;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = problem(thrown);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json(uri.getRequestUri().getPath()));
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
                    .map(one -> new Problem.Error(pointer(one.getPropertyPath().toString()), one.getMessage()))
                    .toList();
            return new Problem(INVALID, "Invalid input", "", errors);
        }
        if (thrown instanceof JsonException
                || thrown instanceof JsonbException
                || thrown instanceof ProcessingException) {
            return Problem.of(400, "The body is no JSON that can be read here");
        }
        if (thrown instanceof WebApplicationException web) {
            return Problem.of(web.getResponse().getStatus(), reason(web));
        }
        return bug(thrown);
    }

    private static String reason(WebApplicationException web) {
        return switch (web.getResponse().getStatus()) {
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not take that method";
            case 406 -> "This address answers application/json; ask for that";
            case 415 -> "This address does not take that Content-Type";
            default -> "";
        };
    }

    private static String pointer(String path) {
        int parameter = path.indexOf('.');
        return "/" + path.substring(parameter + 1).replace('.', '/');
    }

    private static Problem bug(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Problem " + id, thrown);
        return Problem.of(500, "Something went wrong here; the server's log has it under " + id);
    }
}
