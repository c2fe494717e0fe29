package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.BasePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** URLs of pages of this installation, as recipients reach them. */
@ApplicationScoped
public class PageUrls {

    private final String base;

    /**
     * @param publicUrl the base URL behind a reverse proxy, {@code TIDEMARK_PUBLIC_URL}
     * @param host the listen address, {@code TIDEMARK_HTTP_HOST}
     * @param port the listen port, {@code TIDEMARK_HTTP_PORT}
     * @param basePath of this server, which the public URL contains already
     */
    @Inject
    public PageUrls(
            @ConfigProperty(name = "tidemark.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "tidemark.http.host", defaultValue = "127.0.0.1") String host,
            @ConfigProperty(name = "tidemark.http.port", defaultValue = "8080") int port,
            BasePath basePath) {
        base = publicUrl
                .orElse("http://" + host + ":" + port + basePath.link("/"))
                .replaceFirst("/+$", "");
    }

    public String run(RunId run) {
        return base + "/runs/" + run;
    }

    /** The page about a notice: its incident, the detected changes of its probe, or the digest of its contact group. */
    public String forNotice(Notice notice) {
        return switch (notice.kind()) {
            case FAILING, DEGRADED, RECOVERED -> incident(notice.incident());
            case WORSE, BETTER -> probe(notice.probe()) + "#changes";
            case DIGEST -> digest(notice.probe().slug());
            case TEST -> overview();
        };
    }

    public String incident(UUID incident) {
        return base + "/incidents/" + incident;
    }

    String mailLink(String page) {
        return base + "/letters/" + page;
    }

    public String compare(RunId run) {
        return base + "/compare?run=" + run;
    }

    public String incidents() {
        return base + "/incidents";
    }

    public String probe(ProbeId probe) {
        return base + "/probes/" + probe;
    }

    public String overview() {
        return base + "/";
    }

    public String markers() {
        return base + "/markers";
    }

    /** The current digest of a contact group. */
    public String digest(String group) {
        return base + "/recipients/" + group + "/digest";
    }
}
