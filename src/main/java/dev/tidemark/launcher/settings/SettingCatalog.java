package dev.tidemark.launcher.settings;

import static dev.tidemark.launcher.settings.Setting.secret;
import static dev.tidemark.launcher.settings.Setting.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All settings, by section. Names that are not listed are refused at the start.
 *
 * <p>To add a setting: add it here, with {@link Setting#secret} if it is one and with a {@link SettingCheck} if the launcher
 * can check it; add a row with the same default to {@code src/site/markdown/settings.md}; run {@code SettingCatalogTest} and
 * copy {@code target/tidemark.properties}, which it writes, to {@code src/dist/conf}. The product reads the setting as
 * {@code @ConfigProperty(name = "tidemark.http.port")}, with the same default.
 */
final class SettingCatalog {
    private static final Map<String, List<Setting>> SECTIONS = sections();
    /** Set by scripts and tests, not by users: documented nowhere. */
    private static final List<Setting> INTERNAL =
            List.of(setting("TIDEMARK_HOME", "", "Directory of the installation."));

    private SettingCatalog() {}

    /** The documented settings, by the title of their section. */
    static Map<String, List<Setting>> documented() {
        return SECTIONS;
    }

    static Stream<Setting> all() {
        return Stream.concat(SECTIONS.values().stream().flatMap(List::stream), INTERNAL.stream());
    }

    static Optional<Setting> find(String name) {
        return all().filter(setting -> setting.isNamed(name)).findFirst();
    }

    private static Map<String, List<Setting>> sections() {
        Map<String, List<Setting>> sections = new LinkedHashMap<>();
        sections.put("Server", server());
        sections.put("TLS", tls());
        sections.put("Reverse proxy", proxy());
        sections.put("Database", database());
        sections.put("Probes and measurement", probes());
        sections.put("Access", access());
        sections.put("OpenID Connect", openIdConnect());
        sections.put("Notifications", notifications());
        sections.put("Retention", retention());
        return sections;
    }

    private static List<Setting> tls() {
        return List.of(
                setting(
                                "TIDEMARK_TLS_CERTIFICATE",
                                "",
                                "File with the certificate of the server and those of its issuers (PEM). HTTP is then for this machine"
                                        + " only. Used again when it changes.")
                        .checkedBy(SettingCheck.PATH),
                setting("TIDEMARK_TLS_KEY", "", "File with the private key of that certificate (PEM, not encrypted).")
                        .checkedBy(SettingCheck.PATH),
                setting("TIDEMARK_HTTPS_PORT", "8443", "Port of pages and API with TLS.")
                        .checkedBy(SettingCheck.PORT));
    }

    private static List<Setting> proxy() {
        return List.of(
                setting(
                                "TIDEMARK_BEHIND_PROXY",
                                "false",
                                "Whether a reverse proxy with TLS is in front of Tidemark. Viewing then requires signing in.")
                        .checkedBy(SettingCheck.BOOLEAN),
                setting(
                                "TIDEMARK_TRUSTED_PROXIES",
                                "127.0.0.0/8,::1",
                                "Addresses and networks of the proxies whose X-Forwarded-For, -Proto and -Host are believed,"
                                        + " comma-separated. Required if Tidemark listens beyond loopback.")
                        .checkedBy(SettingCheck.NETWORKS));
    }

    private static List<Setting> server() {
        return List.of(
                setting("TIDEMARK_HTTP_PORT", "8080", "Port of pages and API.").checkedBy(SettingCheck.PORT),
                setting(
                        "TIDEMARK_HTTP_HOST",
                        "127.0.0.1",
                        "Address to listen on. Beyond loopback, TIDEMARK_TLS_CERTIFICATE or TIDEMARK_BEHIND_PROXY is required,"
                                + " viewing requires signing in, and probes reach only public addresses and TIDEMARK_ALLOW_NETWORKS."),
                setting(
                                "TIDEMARK_PUBLIC_URL",
                                "",
                                "Address that people use, behind a reverse proxy. Used in the links of e-mails; its path is the"
                                        + " base path.")
                        .checkedBy(SettingCheck.PUBLIC_URL),
                setting(
                                "TIDEMARK_BASE_PATH",
                                "",
                                "Path below which everything is, such as /tidemark. Default: the path of TIDEMARK_PUBLIC_URL.")
                        .checkedBy(SettingCheck.BASE_PATH),
                setting(
                                "TIDEMARK_DATA_DIR",
                                "",
                                "Directory of database, logs and temporary browser profiles. Default: tidemark in"
                                        + " $XDG_DATA_HOME or ~/.local/share; with mvn -Pstart, data in the current directory.")
                        .checkedBy(SettingCheck.DIRECTORY),
                setting("TIDEMARK_LANGUAGE", "en", "Language of e-mails and stored texts, as a BCP 47 tag.")
                        .checkedBy(SettingCheck.LANGUAGE),
                setting(
                                "TIDEMARK_LOG_FORMAT",
                                "text",
                                "Format of log/server.log: text, or json for one JSON object per line.")
                        .checkedBy(SettingCheck.LOG_FORMAT),
                setting(
                        "TIDEMARK_JAVA_OPTS",
                        LauncherSettings.JAVA_OPTIONS,
                        "Options of the server's JVM, separated by spaces."),
                setting(
                                "TIDEMARK_CONF",
                                "",
                                "This file, if it is elsewhere: only as an environment variable or system property. Default:"
                                        + " conf/tidemark.properties of the installation.")
                        .checkedBy(SettingCheck.PATH));
    }

    private static List<Setting> database() {
        return List.of(
                setting(
                                "TIDEMARK_DATABASE_URL",
                                "",
                                "An existing PostgreSQL, such as jdbc:postgresql://db.example/tidemark. Default: Tidemark runs its own.")
                        .checkedBy(SettingCheck.POSTGRESQL_URL),
                setting("TIDEMARK_DATABASE_USER", "tidemark", "User of the existing database."),
                secret("TIDEMARK_DATABASE_PASSWORD", "Password of the existing database."),
                setting(
                                "TIDEMARK_ENCRYPTION_KEY_FILE",
                                "",
                                "File with the key that encrypts secrets in the database, the same on every node. Default: encryption.key in"
                                        + " the data directory, generated at the first start.")
                        .checkedBy(SettingCheck.PATH),
                secret(
                                "TIDEMARK_ENCRYPTION_KEY",
                                "The key itself, 32 bytes in Base64, in place of the file. Several are separated by commas: the first one"
                                        + " encrypts.")
                        .checkedBy(SettingCheck.ENCRYPTION_KEYS),
                secret(
                        "TIDEMARK_SECRET_*",
                        "Value of a secret, such as TIDEMARK_SECRET_SHOP_PASSWORD for secret:shop-password in a definition."));
    }

    private static List<Setting> probes() {
        return List.of(
                setting(
                                "TIDEMARK_PROBES_DIR",
                                "",
                                "YAML files with probes, read again whenever they change. Default: probes in the data directory, with the"
                                        + " supplied probes at the first start; with mvn -Pstart, probes in the current directory.")
                        .checkedBy(SettingCheck.DIRECTORY),
                setting(
                        "TIDEMARK_LOCATION",
                        "default",
                        "Location that this node serves. Nodes with the same location and database share its work."),
                setting(
                                "TIDEMARK_BROWSER_SLOTS",
                                "",
                                "How many browsers are kept, 1 to 64. Default: what the machine can run.")
                        .checkedBy(SettingCheck.number(1, 64)),
                setting(
                                "TIDEMARK_FILMSTRIP",
                                "true",
                                "Whether one additional load per run is recorded for Speed Index, performance score and filmstrip.")
                        .checkedBy(SettingCheck.BOOLEAN)
                        .formerly("TIDEMARK_FILM"),
                setting("TIDEMARK_CHROMIUM", "", "Path of the browser. Default: searched.")
                        .checkedBy(SettingCheck.PATH),
                setting(
                                "TIDEMARK_ALLOW_NETWORKS",
                                "",
                                "Networks that probes may reach besides public ones, such as 10.1.0.0/16,fd12::/16.")
                        .checkedBy(SettingCheck.ALLOWED_NETWORKS));
    }

    private static List<Setting> access() {
        return List.of(
                secret(
                        "TIDEMARK_ADMIN_PASSWORD",
                        "Password of the user admin. Set at a start, it also resets a lost password. Default: generated at the"
                                + " first start and shown once."),
                secret(
                        "TIDEMARK_API_TOKEN",
                        "A token for scripts (scope write). Default: generated at the first start and shown once."),
                setting("TIDEMARK_PUBLIC_BADGES", "false", "Whether badges are public where pages require signing in.")
                        .checkedBy(SettingCheck.BOOLEAN),
                setting(
                                "TIDEMARK_REQUIRE_SECOND_FACTOR",
                                "none",
                                "Who must set up a second factor before anything else: none, admins or all. Users of an OpenID"
                                        + " provider have theirs there.")
                        .checkedBy(SettingCheck.SECOND_FACTOR),
                setting("TIDEMARK_SESSION_IDLE", "PT12H", "How long a session lasts after its last request.")
                        .checkedBy(SettingCheck.DURATION),
                setting("TIDEMARK_SESSION_MAX", "P7D", "How long a session lasts after the sign-in.")
                        .checkedBy(SettingCheck.DURATION));
    }

    private static List<Setting> openIdConnect() {
        return List.of(
                setting("TIDEMARK_OIDC_ISSUER", "", "OpenID provider, as its discovery document names itself.")
                        .checkedBy(SettingCheck.WEB_ADDRESS),
                setting("TIDEMARK_OIDC_CLIENT_ID", "", "ID of Tidemark's client at the provider."),
                secret("TIDEMARK_OIDC_CLIENT_SECRET", "Secret of the client; none for a public client."),
                setting("TIDEMARK_OIDC_GROUPS_CLAIM", "groups", "Claim with the groups of a user."),
                setting("TIDEMARK_OIDC_ADMIN_GROUPS", "", "Comma-separated groups whose members are admins."),
                setting("TIDEMARK_OIDC_EDITOR_GROUPS", "", "Comma-separated groups whose members are editors."),
                setting("TIDEMARK_OIDC_VIEWER_GROUPS", "", "Comma-separated groups whose members are viewers."),
                setting("TIDEMARK_OIDC_SCOPES", "openid profile email", "Requested scopes, separated by spaces."),
                setting(
                                "TIDEMARK_LOCAL_SIGN_IN",
                                "true",
                                "Whether users can sign in with a password where there is an OpenID provider.")
                        .checkedBy(SettingCheck.BOOLEAN));
    }

    private static List<Setting> notifications() {
        return List.of(
                setting("TIDEMARK_SMTP_HOST", "", "Mail server. Without it, notifications wait."),
                setting("TIDEMARK_SMTP_PORT", "587", "Port of the mail server.").checkedBy(SettingCheck.PORT),
                setting("TIDEMARK_SMTP_USER", "", "User of the mail server, if it requires authentication."),
                secret("TIDEMARK_SMTP_PASSWORD", "Password of that user."),
                setting("TIDEMARK_SMTP_STARTTLS", "true", "Whether STARTTLS is required.")
                        .checkedBy(SettingCheck.BOOLEAN),
                setting(
                                "TIDEMARK_SMTP_IMPLICIT_TLS",
                                "",
                                "Whether the connection begins with TLS; STARTTLS is then not used. Default: true for port 465,"
                                        + " otherwise false.")
                        .checkedBy(SettingCheck.BOOLEAN),
                setting("TIDEMARK_SMTP_FROM", "tidemark@localhost", "Sender of e-mails."),
                secret("TIDEMARK_WEBHOOK_SECRET", "Key that signs webhooks (HMAC-SHA256)."),
                setting("TIDEMARK_OPERATORS", "", "Comma-separated addresses that are notified of monitor failures."),
                setting("TIDEMARK_KEEP_NOTIFICATIONS", "P30D", "How long delivered notifications are retained.")
                        .checkedBy(SettingCheck.DURATION)
                        .formerly("TIDEMARK_LETTERS_KEPT"));
    }

    private static List<Setting> retention() {
        Function<Setting, Setting> duration = setting -> setting.checkedBy(SettingCheck.DURATION);
        return List.of(
                duration.apply(setting("TIDEMARK_KEEP_RUNS", "P400D", "How long values of runs are retained.")),
                duration.apply(setting("TIDEMARK_KEEP_SAMPLES", "P90D", "How long details of samples are retained.")),
                duration.apply(setting(
                                "TIDEMARK_KEEP_ARTIFACTS",
                                "P14D",
                                "How long HAR files, filmstrips and screenshots are retained."))
                        .formerly("TIDEMARK_KEEP_EVIDENCE"),
                duration.apply(
                        setting("TIDEMARK_KEEP_AUDIT", "P730D", "How long entries of the audit log are retained.")));
    }
}
