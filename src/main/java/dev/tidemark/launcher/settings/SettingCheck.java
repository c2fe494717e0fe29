package dev.tidemark.launcher.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the value of a setting must fulfil, as far as it can be checked before the server starts. */
public interface SettingCheck {
    int KEY_BYTES = 32;
    SettingCheck ANY = (name, value) -> Optional.empty();
    SettingCheck BOOLEAN = of(value -> value.matches("true|false"), ". Use true or false.");
    SettingCheck LOG_FORMAT = of(value -> value.matches("text|json"), ". Use text or json.");
    SettingCheck SECOND_FACTOR = of(value -> value.matches("none|admins|all"), ". Use none, admins or all.");
    SettingCheck PORT = number(1, 65535);
    SettingCheck LANGUAGE =
            of(SettingCheck::isLanguageTag, ", which is not a language tag. Use a BCP 47 tag such as en, de or pt-BR.");
    SettingCheck DURATION = of(
            value -> value.matches("(?i)P.*\\d.*|(\\s*[\\d.,]+\\s*\\p{L}+)+\\s*"),
            ", which is not a duration. Use a number with a unit, such as 90d or P90D.");
    SettingCheck WEB_ADDRESS =
            of(SettingCheck::isWebAddress, ", which is not a URL. Use one such as https://tidemark.example.org/");
    SettingCheck PUBLIC_URL = of(
            PublicPath::isPublicUrl,
            ", which cannot be the start of links. Use a URL without query, such as https://tidemark.example.org/ or"
                    + " https://tools.example.org/tidemark/; each part of its path may have letters, digits and . _ ~ -");
    SettingCheck BASE_PATH = of(
            PublicPath::isPath,
            ", which is not a path. Use one such as /tidemark; each part may have letters, digits and . _ ~ -, and none"
                    + " is . or ..");
    SettingCheck NETWORKS =
            of(ListenPolicy::areNetworks, ". Use addresses and networks, comma-separated, such as 10.1.0.7,fd12::/16.");
    SettingCheck ALLOWED_NETWORKS = of(
            value -> ListenPolicy.areNetworks(value.strip().replaceAll("[,\\s]+", ",")),
            ". Use addresses and networks, comma-separated, such as 10.1.0.0/16,fd12::/16.");
    SettingCheck PATH = of(SettingCheck::isPath, ", which is not a path.");
    SettingCheck DIRECTORY = (name, value) -> PATH.problem(name, value)
            .or(() -> isAnotherFile(Path.of(value))
                    ? Optional.of(name + " is \"" + value
                            + "\", which is not a directory. Use another path, or remove that file.")
                    : Optional.empty());
    SettingCheck ENCRYPTION_KEYS = (name, value) -> isKeys(value)
            ? Optional.empty()
            : Optional.of(name
                    + " is not a key of 32 bytes in Base64 (44 characters), as printed by: openssl rand -base64 32");
    SettingCheck POSTGRESQL_URL = (name, value) -> value.startsWith("jdbc:postgresql:")
            ? Optional.empty()
            : Optional.of(name + " is not a PostgreSQL JDBC URL: it must begin with jdbc:postgresql://,"
                    + " as in jdbc:postgresql://db.example:5432/tidemark");

    /** The error, as a sentence that begins with the name; empty if the value is valid. */
    Optional<String> problem(String name, String value);

    /** @param remedy follows {@code NAME is "VALUE"} */
    static SettingCheck of(Predicate<String> valid, String remedy) {
        return (name, value) ->
                valid.test(value) ? Optional.empty() : Optional.of(name + " is \"" + value + "\"" + remedy);
    }

    static SettingCheck number(int lowest, int highest) {
        return of(
                value -> value.matches("\\d{1,9}")
                        && Integer.parseInt(value) >= lowest
                        && Integer.parseInt(value) <= highest,
                "; it must be a number from " + lowest + " to " + highest);
    }

    /** Whether values of this check are paths. */
    static boolean isOfPaths(SettingCheck check) {
        return check == PATH || check == DIRECTORY;
    }

    private static boolean isLanguageTag(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException invalid) {
            return false;
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("(?i)https?");
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    private static boolean isAnotherFile(Path path) {
        return Files.exists(path) && !Files.isDirectory(path);
    }

    private static boolean isKeys(String text) {
        try {
            return Stream.of(text.strip().split("[\\s,]+"))
                    .allMatch(key ->
                            Base64.getDecoder().decode(key.replace('-', '+').replace('_', '/')).length == KEY_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException invalid) {
            return false;
        }
    }
}
