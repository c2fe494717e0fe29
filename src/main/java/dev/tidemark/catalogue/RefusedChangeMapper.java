package dev.tidemark.catalogue;

import dev.tidemark.platform.Problem;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says in HTTP why a change was refused. */
@Provider
public class RefusedChangeMapper implements ExceptionMapper<RefusedChangeException> {

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(RefusedChangeException refused) {
        int status =
                switch (refused.reason()) {
                    case UNKNOWN -> 404;
                    case EXISTS, READ_ONLY -> 409;
                    case STALE -> 412;
                };
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, refused.getMessage())
                        .json(uri.getRequestUri().getPath()))
                .build();
    }
}
