package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.TimeZones;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.ExpectedUrl;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.PageLoadSettings.Credentials;
import dev.tidemark.model.probe.Sendability;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.HostName;
import dev.tidemark.platform.url.IpAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the page load settings: headers, cookies, blocked requests ... */
final class PageLoadSettingsReader {

    private final ValidationErrors errors;
    private final Sendability sendability;

    PageLoadSettingsReader(ValidationErrors errors, Sendability sendability) {
        this.errors = errors;
        this.sendability = sendability;
    }

    /** @param http whether the probe is an HTTP check, whose {@code expect} is about the response */
    PageLoadSettings read(MappingReader probe, boolean http) {
        Map<String, String> headers = probe.texts("headers", sendability::checkHeader);
        errors.tryRun(probe.placeOf("headers"), () -> sendability.checkNames(headers));
        Map<String, String> cookies = probe.texts("cookies", sendability::checkCookie);
        Optional<Credentials> credentials = probe.section("basicAuth").flatMap(this::credentials);
        Map<String, String> storage = probe.texts("localStorage");
        List<String> blocked = probe.parsedItems("block", PageLoadSettingsReader::pattern);
        Map<String, String> hosts = hosts(probe);
        Optional<String> locale = probe.parsed("locale", PageLoadSettingsReader::locale);
        Optional<String> zone =
                probe.parsed("timezone", text -> TimeZones.parse(text).getId());
        boolean anyCertificate = probe.flag("acceptInvalidCertificates").orElse(false);
        boolean repeat = probe.isList("views")
                ? probe.parsedItems("views", PageLoadSettingsReader::view).contains("repeat")
                : probe.parsed("views", PageLoadSettingsReader::repeat).orElse(false);
        Optional<ExpectedUrl> expectedUrl =
                http ? Optional.empty() : probe.section("expect").flatMap(PageLoadSettingsReader::expectedUrl);
        Duration timeout = probe.duration("timeout").orElse(PageLoadSettings.DEFAULT_TIMEOUT);
        return errors.tryCreate(
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
                                expectedUrl,
                                timeout))
                .orElse(PageLoadSettings.plain());
    }

    private Optional<Credentials> credentials(MappingReader section) {
        Optional<String> user = section.text("user");
        user.ifPresent(name -> errors.tryRun(section.placeOf("user"), () -> rejectColon(name)));
        Optional<String> password = section.text("password");
        if (user.isEmpty() || password.isEmpty()) {
            errors.add(section.place(), LocalizedMessage.of("validation.basicAuth.incomplete"));
        }
        section.rejectUnknownKeys();
        return user.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }

    /** https://www.rfc-editor.org/rfc/rfc7617#section-2 */
    private static void rejectColon(String user) {
        if (user.contains(":")) {
            throw new InvalidValueException("validation.basicAuth.colon");
        }
    }

    private Map<String, String> hosts(MappingReader probe) {
        Map<String, String> spellings = new HashMap<>();
        return probe.texts("hosts", (host, address) -> {
            String same = spellings.putIfAbsent(HostName.toAscii(host), host);
            if (same != null) {
                throw new InvalidValueException("validation.hosts.duplicate", same, host);
            }
            if (!IpAddress.isValid(address)) {
                throw new InvalidValueException("validation.hosts.address", host, address);
            }
        });
    }

    private static Optional<ExpectedUrl> expectedUrl(MappingReader section) {
        Optional<ExpectedUrl> expected = section.parsed("url", ExpectedUrl::new);
        section.rejectUnknownKeys();
        return expected;
    }

    private static String pattern(String text) {
        if (text.isBlank()) {
            throw new InvalidValueException("validation.block.empty");
        }
        return text;
    }

    private static String locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException wrong) {
            throw new InvalidValueException("validation.locale.invalid", tag);
        }
    }

    private static String view(String name) {
        if (!name.equals("first") && !name.equals("repeat")) {
            throw new InvalidValueException("validation.views.unknown", name);
        }
        return name;
    }

    /** Parses the short form: {@code both} means first and repeat view. */
    private static boolean repeat(String views) {
        return switch (views) {
            case "first" -> false;
            case "both" -> true;
            default -> throw new InvalidValueException("validation.views.unknown", views);
        };
    }
}
