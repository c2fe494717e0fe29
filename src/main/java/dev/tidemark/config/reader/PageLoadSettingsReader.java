package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.TimeZones;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.ExpectedUrl;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.PageLoadSettings.Credentials;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the page load settings: headers, cookies, blocked requests ... */
final class PageLoadSettingsReader {

    /** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]+");

    private final ValidationErrors errors;

    PageLoadSettingsReader(ValidationErrors errors) {
        this.errors = errors;
    }

    /** @param http whether the probe is an HTTP check, whose {@code expect} is about the response */
    PageLoadSettings read(MappingReader probe, boolean http) {
        Map<String, String> headers = named(probe, "headers");
        Map<String, String> cookies = named(probe, "cookies");
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

    private Map<String, String> named(MappingReader probe, String key) {
        Map<String, String> texts = probe.texts(key);
        texts.forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches()) {
                probe.addError(key, LocalizedMessage.of("validation.headers.name", key, name));
            }
            if (value.contains("\r") || value.contains("\n")) {
                probe.addError(key, LocalizedMessage.of("validation.headers.lineBreak", key, name));
            }
        });
        return texts;
    }

    private Optional<Credentials> credentials(MappingReader section) {
        Optional<String> user = section.text("user");
        Optional<String> password = section.text("password");
        if (user.isEmpty() || password.isEmpty()) {
            errors.add(section.place(), LocalizedMessage.of("validation.basicAuth.incomplete"));
        }
        section.rejectUnknownKeys();
        return user.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }

    private Map<String, String> hosts(MappingReader probe) {
        Map<String, String> hosts = probe.texts("hosts");
        hosts.forEach((host, address) -> {
            if (!ADDRESS.matcher(address).matches()) {
                probe.addError("hosts", LocalizedMessage.of("validation.hosts.address", host, address));
            }
        });
        return hosts;
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
