package dev.tidemark.prober.browser;

import java.io.IOException;

/** A place of its own on the odd servers for one hostile page: what it asks for by relative addresses lies beside it. */
record HostileSite(RawHttpServer plain, RawHttpServer secure, String name) {

    /** Something beside the page, or the page itself when {@code path} is empty; returns its address. */
    String at(String path, RawHttpServer.Answer answer) {
        return plain.at("/" + name + "/" + path, answer);
    }

    String page(String path, String html) {
        return raw(path, RawHttpServer.response("200 OK", "text/html; charset=utf-8", html));
    }

    /** Exactly these characters as the whole answer. */
    String raw(String path, String answer) {
        return at(path, client -> RawHttpServer.write(client, answer));
    }

    /** The same place, answered by a server with a certificate that nobody signed. */
    String secure(String path, RawHttpServer.Answer answer) {
        return secure.at("/" + name + "/" + path, answer);
    }

    /** An address of the same server under the name of another site. */
    String elsewhere(String path) throws IOException {
        return at(path, client -> {}).replace("127.0.0.1", "unknown.example");
    }
}
