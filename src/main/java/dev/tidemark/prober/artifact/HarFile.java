package dev.tidemark.prober.artifact;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.network.NetworkExchange;
import dev.tidemark.prober.network.NetworkLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes network traffic as a gzipped <a href="http://www.softwareishard.com/blog/har-12-spec/">HAR 1.2</a> file:
 * the first 2,000 requests without bodies, with secrets masked. Custom fields begin with an underscore.
 */
public final class HarFile {

    /** Maximum size before compression; further requests are left out, which a comment in the file states. */
    static final int MAX_CHARACTERS = 16 << 20;

    private static final int LONGEST_TITLE = 300;
    private static final String PAGE = "page_1";

    private HarFile() {}

    public static Artifact of(NetworkLog network, HarPage page, Engine engine, ProbeSecrets secrets) {
        JsonObject log = new JsonObject();
        log.addProperty("version", "1.2");
        log.add("creator", named("Tidemark", engine.tidemark()));
        log.add("browser", browser(engine.browser()));
        JsonArray pages = new JsonArray();
        pages.add(page(page, secrets));
        log.add("pages", pages);
        List<NetworkExchange> exchanges = network.recorded();
        List<String> entries = entries(exchanges, network.facts(page.origin()), secrets);
        if (network.isTruncated() || entries.size() < exchanges.size()) {
            log.addProperty(
                    "comment",
                    LocalizedMessage.of("artifact.har.truncated", entries.size())
                            .toString());
        }
        return new Artifact(Artifact.ArtifactType.HAR, 1, 0, "application/json", gzip(file(log, entries)));
    }

    /** The entries make up most of the file, so each is serialized once. */
    private static String file(JsonObject log, List<String> entries) {
        String rest = log.toString();
        return "{\"log\":" + rest.substring(0, rest.length() - 1) + ",\"entries\":[" + String.join(",", entries)
                + "]}}";
    }

    private static List<String> entries(
            List<NetworkExchange> exchanges, List<RequestRecord> facts, ProbeSecrets secrets) {
        List<String> entries = new ArrayList<>();
        int characters = 0;
        for (int i = 0; i < exchanges.size(); i++) {
            String entry = new HarEntry(exchanges.get(i), facts.get(i), secrets)
                    .json(PAGE)
                    .toString();
            characters += entry.length();
            if (characters > MAX_CHARACTERS) {
                return entries;
            }
            entries.add(entry);
        }
        return entries;
    }

    private static JsonObject page(HarPage page, ProbeSecrets secrets) {
        JsonObject timings = new JsonObject();
        timings.addProperty("onContentLoad", page.domContentLoadedMillis().orElse(-1));
        timings.addProperty("onLoad", page.loadMillis().orElse(-1));
        JsonObject json = new JsonObject();
        json.addProperty("startedDateTime", page.startedAt().toString());
        json.addProperty("id", PAGE);
        json.addProperty("title", secrets.mask(UntrustedText.clean(page.title(), LONGEST_TITLE)));
        json.add("pageTimings", timings);
        return json;
    }

    /** @param title "Chromium 156.0.8078.79 headless-shell" */
    private static JsonObject browser(String title) {
        String[] parts = title.split(" ", 2);
        return named(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private static JsonObject named(String name, String version) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("version", version);
        return json;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
