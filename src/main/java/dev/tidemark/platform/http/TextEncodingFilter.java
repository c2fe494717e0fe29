package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.text.StrictText;
import dev.tidemark.platform.text.UndecodableTextException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rejects bodies that are not in their encoding, which the readers of JAX-RS would fill with replacement characters. The
 * encoding is UTF-8 unless Content-Type has a charset.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class TextEncodingFilter implements ContainerRequestFilter {

    private static final int UNSUPPORTED = 415;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (!request.hasEntity() || !isText(type)) {
            return;
        }
        byte[] bytes = request.getEntityStream().readAllBytes();
        Charset charset = charset(type);
        request.setEntityStream(new ByteArrayInputStream(text(bytes, charset).getBytes(charset)));
    }

    private static String text(byte[] bytes, Charset charset) {
        try {
            return StrictText.decode(bytes, charset);
        } catch (UndecodableTextException wrong) {
            throw new ProblemException(new Problem(
                    400,
                    LocalizedMessage.of("problem.title.encoding"),
                    wrong.localizedMessage(),
                    List.of(new Problem.Error("", wrong.localizedMessage()))));
        }
    }

    private static Charset charset(MediaType type) {
        String name = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return name == null
                ? StandardCharsets.UTF_8
                : StrictText.charset(name)
                        .filter(Charset::canEncode)
                        .orElseThrow(() -> new ProblemException(
                                UNSUPPORTED, LocalizedMessage.of("problem.contentType.charset", name)));
    }

    private static boolean isText(MediaType type) {
        if (type == null) {
            return true;
        }
        String subtype = type.getSubtype();
        return type.getType().equals("text")
                || subtype.contains("json")
                || subtype.contains("yaml")
                || type.isWildcardType();
    }
}
