package dev.tidemark.prober.browser;

import static dev.tidemark.model.result.OutcomeType.*;
import static dev.tidemark.prober.browser.HostilePage.page;
import static dev.tidemark.prober.browser.HostilePage.raw;
import static dev.tidemark.prober.browser.HostilePage.site;
import static dev.tidemark.prober.browser.RawHttpServer.response;

import dev.tidemark.model.result.SampleWarning;
import java.util.ArrayList;
import java.util.List;

/** Statuses, redirects, and documents that are not pages. */
final class HostileContent {

    private static final String TEXT = "<!doctype html><title>t</title><h1>Painted</h1><p>Some words to paint</p>";
    private static final String[] VITALS = {"TTFB", "FCP", "LCP", "CLS", "TBT", "LOAD"};

    private HostileContent() {}

    static List<HostilePage> all() {
        List<HostilePage> all = new ArrayList<>(statuses());
        all.addAll(redirects());
        all.addAll(documents());
        return all;
    }

    private static HostilePage status(String line, String more, String body) {
        return raw(
                "status " + line,
                "HTTP/1.1 " + line + "\r\nContent-Type: text/html\r\n" + more + "Connection: close\r\n\r\n" + body);
    }

    private static List<HostilePage> statuses() {
        return List.of(
                status("400 Bad", "", TEXT).ends(HTTP_STATUS, "400").keeps("TTFB"),
                status("401 Who", "WWW-Authenticate: Basic realm=\"x\"\r\n", TEXT)
                        .ends(AUTH_REQUIRED, "401"),
                status("401 Silent", "", TEXT).ends(AUTH_REQUIRED, "401"),
                status("401 Odd", "WWW-Authenticate: Strange x=y\r\n", TEXT).ends(AUTH_REQUIRED, "401"),
                status("403 No", "", TEXT).ends(HTTP_STATUS, "403").keeps("TTFB"),
                status("404 None", "", TEXT).ends(HTTP_STATUS, "404").keeps("TTFB"),
                status("404 Empty", "Content-Length: 0\r\n", "").ends(HTTP_STATUS, "404"),
                status("407 Proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n", TEXT)
                        .ends(AUTH_REQUIRED),
                status("418 Teapot", "", TEXT).ends(HTTP_STATUS, "418"),
                status("429 Slow", "Retry-After: 5\r\n", TEXT).ends(HTTP_STATUS, "429"),
                status("451 Law", "", "").ends(HTTP_STATUS, "451"),
                status("500 Sorry", "", TEXT).ends(HTTP_STATUS, "500").keeps("TTFB"),
                status("500 Empty", "Content-Length: 0\r\n", "").ends(HTTP_STATUS, "500"),
                status("503 Loop", "", TEXT + "<script>location.reload()</script>")
                        .ends(HTTP_STATUS, "503"),
                status("500 Hang", "", TEXT + "<script>for(;;);</script>")
                        .ends(HTTP_STATUS, "500")
                        .within(14),
                status("204 None", "", "").ends(NO_CONTENT),
                status("205 Reset", "Content-Length: 0\r\n", "").ends(NO_CONTENT),
                status("206 Part", "Content-Range: bytes 0-99/1000\r\n", TEXT),
                status("304 Same", "", "").ends(NO_CONTENT, "304"),
                status("300 Choose", "", TEXT).keeps("TTFB"),
                status("302 Nowhere", "", TEXT).keeps("TTFB"),
                status("201 Made", "", TEXT).keeps(VITALS));
    }

    private static HostilePage redirect(String name, String to) {
        return raw(
                "redirect " + name,
                "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static List<HostilePage> redirects() {
        return List.of(
                redirect("to itself", "./").ends(REDIRECT_LOOP),
                redirect("to data", "data:text/html,<h1>x</h1>").ends(BLOCKED_SCHEME),
                redirect("to file", "file:///etc/passwd").ends(BLOCKED_SCHEME),
                redirect("to script", "javascript:alert(1)").ends(BLOCKED_SCHEME),
                redirect("to blob", "blob:http://x/1").ends(BLOCKED_SCHEME),
                redirect("to ftp", "ftp://127.0.0.1/x").ends(BLOCKED_SCHEME),
                redirect("to an app", "myapp://open").ends(BLOCKED_SCHEME),
                redirect("to mail", "mailto:a@b.c").ends(BLOCKED_SCHEME),
                redirect("to about", "about:blank").ends(BLOCKED_SCHEME),
                redirect("to chrome", "chrome://version").ends(BLOCKED_SCHEME),
                redirect("to a blocked port", "http://127.0.0.1:25/").ends(BLOCKED_PORT),
                redirect("to the database", "http://127.0.0.1:5432/").ends(BLOCKED_ADDRESS),
                redirect("to metadata", "http://169.254.169.254/").ends(BLOCKED_ADDRESS),
                redirect("to no host", "http://").ends(INVALID_RESPONSE),
                redirect("to a bad host", "http://[zz/").ends(INVALID_RESPONSE),
                site("address of no host", site -> "http://256.256.256.256/").ends(INVALID_URL),
                redirect("to an unknown host", "http://no-such-host.invalid/").ends(DNS_FAILURE),
                redirect("to a closed port", "http://127.0.0.1:2/").ends(CONNECTION_REFUSED),
                site("redirect chain without end", site -> {
                            int[] n = {0};
                            return site.at(
                                    "",
                                    client -> RawHttpServer.write(
                                            client,
                                            "HTTP/1.1 302 Found\r\nLocation: ?" + n[0]++
                                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
                        })
                        .ends(REDIRECT_LOOP),
                site("redirect with cookies", site -> {
                            site.page("b", TEXT);
                            return site.raw(
                                    "",
                                    "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                        })
                        .keeps(VITALS),
                site("fifteen redirects", site -> {
                            site.page("end", TEXT);
                            for (int n = 1; n < 15; n++) {
                                site.raw(
                                        "r" + n,
                                        "HTTP/1.1 301 Moved\r\nLocation: " + (n == 14 ? "end" : "r" + (n + 1))
                                                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                            }
                            return site.raw(
                                    "",
                                    "HTTP/1.1 301 Moved\r\nLocation: r1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                        })
                        .keeps(VITALS),
                page("script to blocked scheme", TEXT + "<script>location='file:///etc/passwd'</script>")
                        .keeps(VITALS),
                page("script to an app", TEXT + "<script>location='myapp://x'</script>")
                        .keeps("TTFB", "FCP", "LCP"),
                page("script to data", TEXT + "<script>location='data:text/html,x'</script>")
                        .keeps(VITALS),
                page(
                                "script to blob",
                                TEXT
                                        + "<script>location=URL.createObjectURL(new Blob(['<h1>blob</h1>'],{type:'text/html'}))</script>")
                        .keeps("FCP"),
                page("script to about", TEXT + "<script>location='about:blank'</script>")
                        .warns(SampleWarning.METRICS_MISSING),
                page("script to a dead host", TEXT + "<script>location='http://no-such-host.invalid/'</script>")
                        .ends(DNS_FAILURE),
                page(
                                "script to a closed port",
                                TEXT + "<script>setTimeout(()=>location='http://127.0.0.1:2/',1500)</script>")
                        .ends(CONNECTION_REFUSED)
                        .keeps(VITALS),
                page("script to a blocked port", TEXT + "<script>location='http://127.0.0.1:25/'</script>")
                        .ends(BLOCKED_PORT),
                page("script to the database", TEXT + "<script>location='http://127.0.0.1:5432/'</script>")
                        .ends(BLOCKED_ADDRESS),
                site("script to 404", site -> {
                            site.raw("gone", response("404 Not Found", "text/html", "<h1>gone</h1>"));
                            return site.page("", TEXT + "<script>location='gone'</script>");
                        })
                        .ends(HTTP_STATUS, "404"),
                site("script to 204", site -> {
                            site.raw("none", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                            return site.page("", TEXT + "<script>location='none'</script>");
                        })
                        .keeps("TTFB", "FCP", "LCP"),
                site("script to a download", site -> {
                            site.raw("zip", response("200 OK", "application/zip", "PK"));
                            return site.page("", TEXT + "<script>location='zip'</script>");
                        })
                        .keeps("TTFB", "FCP", "LCP"),
                site("script to a page after 2 s", site -> {
                            site.page("next", TEXT + "<h2>Next</h2>");
                            return site.page("", TEXT + "<script>setTimeout(()=>location='next',2000)</script>");
                        })
                        .keeps(VITALS),
                site("flood of an event stream", site -> {
                            site.at("s", client -> {
                                RawHttpServer.write(
                                        client, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
                                while (true) {
                                    RawHttpServer.write(client, "data: x\n\n".repeat(500));
                                }
                            });
                            return site.page("", TEXT + "<script>new EventSource('s').onmessage=e=>{}</script>");
                        })
                        .ends(LIMIT_EXCEEDED, "messages"),
                site("script to silence", site -> {
                            site.at("mute", client -> Thread.sleep(60_000));
                            return site.page("", TEXT + "<script>location='mute'</script>");
                        })
                        .ends(TIMEOUT, "ttfb")
                        .keeps("TTFB", "FCP", "LCP")
                        .within(7),
                site("script to silence after a while", site -> {
                            site.at("mute", client -> Thread.sleep(60_000));
                            return site.page("", TEXT + "<script>setTimeout(()=>location='mute',1500)</script>");
                        })
                        .ends(TIMEOUT, "ttfb")
                        .keeps(VITALS)
                        .within(8),
                page("refresh to script", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>" + TEXT)
                        .keeps(VITALS),
                page("refresh to data", "<meta http-equiv=refresh content='0;url=data:text/html,x'>" + TEXT)
                        .keeps(VITALS),
                page("refresh to file", "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>" + TEXT)
                        .keeps(VITALS));
    }

    private static HostilePage document(String type, String body) {
        return raw(
                "document " + type,
                "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static List<HostilePage> documents() {
        return List.of(
                document(
                                "application/xhtml+xml",
                                "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Painted</h1></body></html>")
                        .keeps(VITALS),
                document(
                                "application/xhtml+xml; broken=1",
                                "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Painted</body></html>")
                        .keeps("TTFB"),
                document(
                                "image/svg+xml",
                                "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><text y='50'>Painted</text></svg>")
                        .keeps("TTFB", "FCP"),
                document("text/plain", "just words").keeps("TTFB", "FCP"),
                document("application/json", "{\"a\":1}").keeps("TTFB", "FCP"),
                document("text/xml", "<a><b>Painted</b></a>").keeps("TTFB"),
                document("application/rss+xml", "<rss><channel><title>x</title></channel></rss>")
                        .keeps("TTFB"),
                document("text/css", "a{}").keeps("TTFB"),
                document("text/javascript", "alert(1)").keeps("TTFB"),
                document("text/csv", "a,b").ends(DOWNLOAD),
                document("image/png", "no png"),
                document("video/mp4", "no video").ends(UNSUPPORTED_CONTENT),
                document("audio/mpeg", "no audio").ends(UNSUPPORTED_CONTENT),
                document("application/pdf", "%PDF-1.4 nothing").ends(UNSUPPORTED_CONTENT),
                document("application/zip", "PK").ends(DOWNLOAD),
                document("application/pdf\r\nContent-Disposition: attachment", "%PDF-1.4")
                        .ends(DOWNLOAD),
                document("application/octet-stream", TEXT).ends(DOWNLOAD),
                document("application/x-msdownload", "MZ").ends(DOWNLOAD),
                document("text/html\r\nContent-Disposition: attachment; filename=x.html", TEXT)
                        .ends(DOWNLOAD),
                document("font/woff2", "wOF2").ends(DOWNLOAD));
    }
}
