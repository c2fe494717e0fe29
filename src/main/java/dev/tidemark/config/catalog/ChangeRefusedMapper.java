package dev.tidemark.config.catalog;

import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.runtime.RequestLanguage;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps a rejected change to problem details. */
@Provider
public class ChangeRefusedMapper implements ExceptionMapper<ChangeRefusedException> {

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(ChangeRefusedException refused) {
        int status =
                switch (refused.reason()) {
                    case UNKNOWN -> 404;
                    case EXISTS, READ_ONLY -> 409;
                    case STALE -> 412;
                };
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, refused.localizedMessage())
                        .json(uri.getRequestUri().getPath(), RequestLanguage.of(headers)))
                .build();
    }
}
