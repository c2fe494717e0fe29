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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The request of an HTTP check. */
record HttpRequestSpec(Target.Http target, PageLoadSettings settings) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    boolean isSecure() {
        return "https".equalsIgnoreCase(target.url().getScheme());
    }

    /** Without brackets. */
    String host() {
        String host = target.url().getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        int standard = isSecure() ? HTTPS : HTTP;
        return target.url().getPort() < 0 ? standard : target.url().getPort();
    }

    /** Headers of the definition override the default ones. */
    FullHttpRequest request() {
        ByteBuf body = Unpooled.copiedBuffer(target.body().orElse(""), StandardCharsets.UTF_8);
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.valueOf(target.method()), path(target.url()), body);
        HttpHeaders headers = request.headers();
        headers.set(HttpHeaderNames.HOST, target.url().getRawAuthority());
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

    private static String path(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static String basic(PageLoadSettings.Credentials credentials) {
        byte[] plain = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }
}
