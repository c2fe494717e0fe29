package dev.tidemark.platform.undertow;

import dev.tidemark.platform.i18n.LocalizedMessage;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Removes or refuses headers that the server cannot parse and answers with a stack trace. Those that browsers send on their own,
 * cookies of other sites on the same host and languages, are ignored; those that name formats are refused.
 */
final class HeaderHandler implements HttpHandler {

    private static final Set<HttpString> WITHOUT_BODY = Set.of(Methods.GET, Methods.HEAD, Methods.OPTIONS);
    private static final Set<HttpString> OF_PAGES = Set.of(Methods.GET, Methods.HEAD, Methods.OPTIONS, Methods.POST);
    private static final String ALLOWED_ON_PAGES =
            OF_PAGES.stream().map(HttpString::toString).sorted().collect(Collectors.joining(", "));
    private static final String API = "/api/";
    /** No identifier contains it, and PostgreSQL accepts it nowhere. */
    private static final char NUL = 0;

    private static final String MULTIPART = "multipart/";

    private final HttpHandler next;

    HeaderHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        keepValidCookies(headers);
        removeUnless(HeaderSyntax::isLanguageList, headers, Headers.ACCEPT_LANGUAGE);
        if (WITHOUT_BODY.contains(exchange.getRequestMethod())) {
            removeUnless(HeaderSyntax::isMediaType, headers, Headers.CONTENT_TYPE);
        }
        boolean isApi = exchange.getRelativePath().startsWith(API);
        Optional<LocalizedMessage> error = isApi && !RequestPath.isValid(exchange.getRequestURI())
                ? Optional.of(LocalizedMessage.of("problem.path.malformed"))
                : error(headers);
        if (!isApi && !OF_PAGES.contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().put(Headers.ALLOW, ALLOWED_ON_PAGES);
            EarlyProblem.send(
                    exchange, StatusCodes.METHOD_NOT_ALLOWED, LocalizedMessage.of("problem.method.notAllowed"));
        } else if (isApi && exchange.getRequestPath().indexOf(NUL) >= 0) {
            EarlyProblem.send(exchange, StatusCodes.NOT_FOUND, LocalizedMessage.of("problem.path.notFound"));
        } else if (error.isPresent()) {
            EarlyProblem.send(exchange, StatusCodes.BAD_REQUEST, error.get());
        } else {
            next.handleRequest(exchange);
        }
    }

    private static Optional<LocalizedMessage> error(HeaderMap headers) {
        if (!all(HeaderSyntax::isMediaRangeList, headers, Headers.ACCEPT)) {
            return Optional.of(LocalizedMessage.of("problem.accept.malformed", "application/json"));
        }
        if (!all(HeaderSyntax::isMediaType, headers, Headers.CONTENT_TYPE)) {
            return Optional.of(LocalizedMessage.of("problem.contentType.malformed", "application/json"));
        }
        if (!all(
                type -> !type.stripLeading().regionMatches(true, 0, MULTIPART, 0, MULTIPART.length()),
                headers,
                Headers.CONTENT_TYPE)) {
            return Optional.of(LocalizedMessage.of("problem.contentType.multipart"));
        }
        return Optional.empty();
    }

    private static void keepValidCookies(HeaderMap headers) {
        HeaderValues cookies = headers.get(Headers.COOKIE);
        if (cookies == null || cookies.stream().allMatch(HeaderSyntax::areCookies)) {
            return;
        }
        List<String> kept = cookies.stream()
                .map(HeaderSyntax::validCookies)
                .filter(text -> !text.isEmpty())
                .toList();
        headers.remove(Headers.COOKIE);
        kept.forEach(text -> headers.add(Headers.COOKIE, text));
    }

    private static void removeUnless(Predicate<String> valid, HeaderMap headers, HttpString name) {
        if (!all(valid, headers, name)) {
            headers.remove(name);
        }
    }

    private static boolean all(Predicate<String> valid, HeaderMap headers, HttpString name) {
        HeaderValues values = headers.get(name);
        return values == null || values.stream().allMatch(valid);
    }
}
