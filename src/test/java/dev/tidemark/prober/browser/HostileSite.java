package dev.tidemark.prober.browser;

import java.io.IOException;

/** A separate path on the test servers for one hostile page and the resources that it requests by relative URLs. */
record HostileSite(RawHttpServer plain, RawHttpServer secure, String name) {

    /** Adds a resource, or the page itself if {@code path} is empty; returns its URL. */
    String at(String path, RawHttpServer.Answer answer) {
        return plain.at("/" + name + "/" + path, answer);
    }

    String page(String path, String html) {
        return raw(path, RawHttpServer.response("200 OK", "text/html; charset=utf-8", html));
    }

    /** A response that consists of exactly these characters. */
    String raw(String path, String answer) {
        return at(path, client -> RawHttpServer.write(client, answer));
    }

    /** The same path on a server with a self-signed certificate. */
    String secure(String path, RawHttpServer.Answer answer) {
        return secure.at("/" + name + "/" + path, answer);
    }

    /** The URL on the same server as another site. */
    String elsewhere(String path) throws IOException {
        return at(path, client -> {}).replace("127.0.0.1", "unknown.example");
    }
}
