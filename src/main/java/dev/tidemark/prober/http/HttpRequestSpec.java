package dev.tidemark.prober.http;

import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Target;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpScheme;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.HttpConversionUtil;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** The request of an HTTP check. */
record HttpRequestSpec(Target.Http target, PageLoadSettings settings) {

    boolean isSecure() {
        return target.url().isSecure();
    }

    /** Without brackets. */
    String host() {
        return target.url().hostOrAddress();
    }

    int port() {
        return target.url().connectPort();
    }

    /** Headers of the definition override the default ones. */
    FullHttpRequest request() {
        ByteBuf body = Unpooled.copiedBuffer(target.body().orElse(""), StandardCharsets.UTF_8);
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.valueOf(target.method()),
                target.url().requestTarget(),
                body);
        HttpHeaders headers = request.headers();
        headers.set(HttpHeaderNames.HOST, target.url().authority());
        headers.set(HttpHeaderNames.USER_AGENT, "Tidemark");
        headers.set(HttpHeaderNames.ACCEPT, "*/*");
        headers.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip");
        headers.set(HttpConversionUtil.ExtensionHeaderNames.SCHEME.text(), scheme());
        if (body.isReadable()) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        settings.basicAuthentication()
                .ifPresent(credentials -> headers.set(HttpHeaderNames.AUTHORIZATION, basic(credentials)));
        if (!settings.cookies().isEmpty()) {
            headers.set(HttpHeaderNames.COOKIE, inUtf8(cookies()));
        }
        settings.headers().forEach((name, value) -> headers.set(name, inUtf8(value.strip())));
        return request;
    }

    /** One header for all cookies, as browsers send them. */
    private String cookies() {
        return settings.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Netty writes each character as one byte; browsers send UTF-8. */
    private static String inUtf8(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String scheme() {
        return (isSecure() ? HttpScheme.HTTPS : HttpScheme.HTTP).name().toString();
    }

    private static String basic(PageLoadSettings.Credentials credentials) {
        byte[] plain = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }
}
