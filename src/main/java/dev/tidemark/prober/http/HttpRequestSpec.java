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
        settings.cookies().forEach((name, value) -> headers.add(HttpHeaderNames.COOKIE, name + "=" + value));
        settings.headers().forEach(headers::set);
        return request;
    }

    private String scheme() {
        return (isSecure() ? HttpScheme.HTTPS : HttpScheme.HTTP).name().toString();
    }

    private static String basic(PageLoadSettings.Credentials credentials) {
        byte[] plain = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }
}
