package dev.tidemark.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows every link, script, style and image of every page of a server, one page of a kind. */
final class LinkCrawler {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");
    private static final Pattern LINK =
            Pattern.compile("\\s(href|src|action|data-(?:live|runs|compare|zoom))=\"([^\"#]+)");
    private static final Pattern STYLE_URL = Pattern.compile("url\\([\"']?([^\"')]+)");
    /** Values that make pages of one kind differ: identifiers, queries. */
    private static final Pattern VALUES = Pattern.compile("[0-9a-f-]{20,}|[0-9a-f]{10,}|\\d+");

    private static final Set<String> PAGES_OF_MANUAL = Set.of("/help/", "/help-images/");
    private static final int REDIRECT = 300;
    private static final int ERROR = 400;

    private final HttpClient client;
    private final URI start;
    private final Deque<URI> open = new ArrayDeque<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<URI> visited = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** @param client with the cookies of a session; follows no redirects */
    LinkCrawler(HttpClient client, URI start) {
        this.client = client;
        this.start = start;
    }

    LinkCrawler from(String... more) throws IOException, InterruptedException {
        add(start, "");
        for (String path : more) {
            add(start, start.getPath() + path);
        }
        while (!open.isEmpty()) {
            visit(open.poll());
        }
        return this;
    }

    /** Links that leave the base path or lead nowhere: {@code PAGE -> LINK: reason}. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The paths that were requested, below the base path. */
    Set<String> visited() {
        return visited.stream()
                .map(uri -> uri.getPath().substring(start.getPath().length()))
                .collect(Collectors.toSet());
    }

    private void visit(URI uri) throws IOException, InterruptedException {
        visited.add(uri);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html,*/*").build(),
                HttpResponse.BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= ERROR) {
            faults.add(uri + ": status " + answer.statusCode());
        } else if (answer.statusCode() >= REDIRECT) {
            add(uri, answer.headers().firstValue("Location").orElse(""));
        } else if (type.startsWith("text/css")) {
            STYLE_URL.matcher(answer.body()).results().forEach(found -> add(uri, found.group(1)));
        } else if (type.startsWith("text/html")) {
            TAG.matcher(answer.body()).results().forEach(tag -> read(uri, tag.group()));
        }
    }

    /** Forms that change something are not submitted, and what a script completes is not a page yet. */
    private void read(URI page, String tag) {
        boolean submits = tag.startsWith("<form") && tag.contains("method=\"post\"");
        LINK.matcher(tag).results().forEach(found -> {
            String link = found.group(2).replace("&amp;", "&");
            if (submits || found.group(1).startsWith("data-")) {
                target(page, link);
            } else {
                add(page, link);
            }
        });
    }

    private void add(URI page, String link) {
        target(page, link).filter(target -> kinds.add(kind(target))).ifPresent(open::add);
    }

    /** Where a link leads, if it stays on this server; a fault if it leaves the base path. */
    private Optional<URI> target(URI page, String link) {
        if (link.matches("(?i)(data|mailto|javascript):.*")) {
            return Optional.empty();
        }
        URI target = page.resolve(link.replace(" ", "%20"));
        if (!start.getAuthority().equals(target.getAuthority())) {
            return Optional.empty();
        }
        if (!target.getPath().startsWith(start.getPath())) {
            faults.add(page + " -> " + link + ": not below " + start.getPath());
            return Optional.empty();
        }
        return Optional.of(target);
    }

    private static String kind(URI target) {
        String path = VALUES.matcher(target.getPath()).replaceAll("N");
        return PAGES_OF_MANUAL.stream()
                .filter(path::contains)
                .findFirst()
                .orElseGet(() -> path
                        + (target.getQuery() == null
                                ? ""
                                : "?" + target.getQuery().replaceAll("=[^&]*", "")));
    }
}
