package dev.tidemark.web.audit;

import dev.tidemark.platform.audit.AuditQuery;
import dev.tidemark.platform.audit.AuditResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.PageLink;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The filter of the page as submitted: times are local times of the viewer.
 *
 * @param values returns the value of an input; null if there is none
 */
record AuditFilterForm(UnaryOperator<String> values, ZoneId zone) {

    private static final List<String> INPUTS = List.of("from", "to", "actor", "object", "result");

    /** The value of an input; empty if there is none. */
    String value(String input) {
        return Optional.ofNullable(values.apply(input)).map(String::strip).orElse("");
    }

    AuditQuery query() {
        return new AuditQuery(
                instant("from"), instant("to"), text("actor"), text("object"), Optional.empty(), result());
    }

    /** The inputs that cannot be read. */
    List<LocalizedMessage> errors() {
        return List.of("from", "to").stream()
                .filter(input -> text(input).isPresent() && instant(input).isEmpty())
                .map(input -> LocalizedMessage.of("audit.filter.invalidTime", value(input)))
                .toList();
    }

    /** The URL of the page with this filter. */
    PageLink link(String path) {
        PageLink link = PageLink.of(path);
        for (String input : INPUTS) {
            link = text(input).isPresent() ? link.with(input, value(input)) : link;
        }
        return link;
    }

    /** The URL of the export with this filter, for which times are instants. */
    PageLink export(String path) {
        PageLink link = PageLink.of(path);
        for (String input : INPUTS) {
            Optional<String> value =
                    List.of("from", "to").contains(input) ? instant(input).map(Instant::toString) : text(input);
            link = value.isPresent() ? link.with(input, value.get()) : link;
        }
        return link;
    }

    private Optional<String> text(String input) {
        return Optional.of(value(input)).filter(text -> !text.isEmpty());
    }

    private Optional<Instant> instant(String input) {
        return text(input).flatMap(text -> {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
            } catch (DateTimeException invalid) {
                return Optional.empty();
            }
        });
    }

    private Optional<AuditResult> result() {
        return Arrays.stream(AuditResult.values())
                .filter(result -> result.label().equals(value("result")))
                .findFirst();
    }
}
