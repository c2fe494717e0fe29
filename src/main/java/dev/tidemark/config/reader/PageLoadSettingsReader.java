package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.PageLoadSettings.Credentials;
import dev.tidemark.model.probe.PageLoadSettings;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what makes a visit differ from a plain one: headers, cookies, blocked requests ... */
final class PageLoadSettingsReader {

    /** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]+");

    private final ValidationErrors faults;

    PageLoadSettingsReader(ValidationErrors faults) {
        this.faults = faults;
    }

    PageLoadSettings read(MappingReader probe) {
        Map<String, String> headers = named(probe, "headers");
        Map<String, String> cookies = named(probe, "cookies");
        Optional<Credentials> credentials = probe.section("basicAuth").flatMap(this::credentials);
        Map<String, String> storage = probe.texts("localStorage");
        List<String> blocked = probe.each("block", PageLoadSettingsReader::pattern);
        Map<String, String> hosts = hosts(probe);
        Optional<String> locale = probe.made("locale", PageLoadSettingsReader::locale);
        Optional<String> zone = probe.made("timezone", text -> TimeZones.parse(text).getId());
        boolean anyCertificate = probe.flag("acceptInvalidCertificates").orElse(false);
        boolean repeat = probe.isList("views")
                ? probe.each("views", PageLoadSettingsReader::view).contains("repeat")
                : probe.made("views", PageLoadSettingsReader::repeat).orElse(false);
        Duration timeout = probe.span("timeout").orElse(PageLoadSettings.DEFAULT_TIMEOUT);
        return faults.attempt(
                        probe.placeOf("timeout"),
                        () -> new PageLoadSettings(
                                headers,
                                cookies,
                                credentials,
                                storage,
                                blocked,
                                hosts,
                                locale,
                                zone,
                                anyCertificate,
                                repeat,
                                timeout))
                .orElse(PageLoadSettings.plain());
    }

    private Map<String, String> named(MappingReader probe, String key) {
        Map<String, String> texts = probe.texts(key);
        texts.forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches()) {
                probe.fault(key, key + ": \"" + name + "\" is no name; letters, digits and hyphens are allowed");
            }
            if (value.contains("\r") || value.contains("\n")) {
                probe.fault(key, key + ": the value of " + name + " has a line break; remove it");
            }
        });
        return texts;
    }

    private Optional<Credentials> credentials(MappingReader section) {
        Optional<String> user = section.text("user");
        Optional<String> password = section.text("password");
        if (user.isEmpty() || password.isEmpty()) {
            faults.add(section.place(), "basicAuth needs user and password");
        }
        section.end();
        return user.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }

    private Map<String, String> hosts(MappingReader probe) {
        Map<String, String> hosts = probe.texts("hosts");
        hosts.forEach((host, address) -> {
            if (!ADDRESS.matcher(address).matches()) {
                probe.fault("hosts", "hosts: \"" + address + "\" for " + host + " is no IP address");
            }
        });
        return hosts;
    }

    private static String pattern(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("block has an empty pattern; write one such as *analytics*");
        }
        return text;
    }

    private static String locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException wrong) {
            throw new IllegalArgumentException("locale \"" + tag + "\" is no language tag; write one such as de-DE");
        }
    }

    private static String view(String name) {
        if (!name.equals("first") && !name.equals("repeat")) {
            throw new IllegalArgumentException("views: \"" + name + "\" is unknown; there are first, repeat");
        }
        return name;
    }

    /** In one word: {@code both} is the list of both. */
    private static boolean repeat(String views) {
        return switch (views) {
            case "first" -> false;
            case "both" -> true;
            default ->
                throw new IllegalArgumentException(
                        "views \"" + views + "\" is unknown; write first, or [first, repeat]");
        };
    }
}
