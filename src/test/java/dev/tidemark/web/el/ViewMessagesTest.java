package dev.tidemark.web.el;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ViewMessagesTest {

    private static final Path VIEWS = Path.of("src", "main", "webapp");
    private static final Pattern KEY = Pattern.compile("messages(?:\\[|\\.(?:of|html)\\()'([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    /** Keys that a view uses, and prefixes of keys that it selects at run time. */
    private static Set<String> keysInViews() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path view : views()) {
            String text = Files.readString(view);
            KEY.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !key.endsWith("."))
                    .forEach(keys::add);
            QUOTED.matcher(text)
                    .results()
                    .flatMap(found -> known(found.group(1)))
                    .forEach(keys::add);
        }
        return keys;
    }

    private static Stream<String> known(String text) {
        return Messages.ENGLISH.keys().stream()
                .filter(key -> key.equals(text) || text.endsWith(".") && key.startsWith(text));
    }

    @Nested
    class GivenTheViews {

        /** Text between tags and accessible names, without expressions, code and language-independent parts. */
        private static final Pattern CODE = Pattern.compile("(?s)<!--.*?-->|<(code|kbd|pre|svg|style)\\b.*?</\\1>");

        private static final Pattern SAID = Pattern.compile(
                "(?s)>([^<>]+)<|(?:\\s(?:aria-label|title|alt|data-label)|name=\"lead\" value)=\"([^\"]*)\"");
        private static final Pattern EXPRESSION = Pattern.compile("(?s)#\\{(?:'[^']*'|[^'}])*}");
        private static final Pattern NO_WORDS =
                Pattern.compile("(?:\\b(?:[A-Z]{1,5}|p\\d\\d|ms|px|KB|Tidemark)\\b|/openapi|&[#\\w]+;|[^\\p{L}])*");

        private static List<String> wordsIn(Path view) throws IOException {
            List<String> found = new ArrayList<>();
            String text = CODE.matcher(Files.readString(view)).replaceAll("");
            for (MatchResult said : SAID.matcher(text).results().toList()) {
                String whole = said.group(1) == null ? said.group(2) : said.group(1);
                String plain = EXPRESSION.matcher(whole).replaceAll(" ").strip();
                if (!NO_WORDS.matcher(plain).matches()) {
                    found.add(view.getFileName() + ": " + plain);
                }
            }
            return found;
        }

        @Test
        void thenAllTheirTextsAreInTheBundle() throws IOException {
            List<String> outside = new ArrayList<>();
            for (Path view : views()) {
                outside.addAll(wordsIn(view));
            }

            assertThat(outside).isEmpty();
        }

        private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,} \\p{L}");

        @Test
        void thenNoExpressionContainsASentence() throws IOException {
            List<String> outside = new ArrayList<>();
            for (Path view : views()) {
                for (MatchResult expression :
                        EXPRESSION.matcher(Files.readString(view)).results().toList()) {
                    QUOTED.matcher(expression.group())
                            .results()
                            .map(quoted -> quoted.group(1))
                            .filter(text -> TWO_WORDS.matcher(text).find())
                            .forEach(text -> outside.add(view.getFileName() + ": " + text));
                }
            }

            assertThat(outside).isEmpty();
        }
    }

    @Nested
    class GivenTheSources {

        /** All but the launcher, which runs before there is a language. */
        private static final List<String> LAYERS = List.of(
                "platform",
                "model",
                "config",
                "prober",
                "security",
                "storage",
                "analysis",
                "alerting",
                "reporting",
                "scheduling",
                "web");

        private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
        private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
        private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,}[,:;.]? \\p{L}");
        private static final Pattern NOTHING = Pattern.compile("(?!)");

        /** SQL and JPQL; HTML, CSS, SVG and scripts; headers, patterns of dates, user agents, names of other tools. */
        private static final Pattern NOT_SHOWN = Pattern.compile(String.join(
                "|",
                "^\\s*(?:SELECT|UPDATE|DELETE|INSERT|LOCK|AND|OR|ORDER|GROUP|ON|VALUES|FROM|NOT|\\))\\b.*",
                "^\\s*\\) FROM .*|^\\(?(?:LOWER\\()?[a-z]\\.\\w+\\)? (?:[<>=]|IS|IN|LIKE).*|^\\{\\\\\".*|.*\\be WHERE e\\..*|.*\\bc\\.probeId = .*",
                ".*<.*|.*=\\\\\".*|.*fill=none.*|.*localStorage.*|.*Object\\.entries.*|.*(?:fontFamilies|sansSerif).*",
                "(?:c|chart|flag|mark|phase|c-\\w+|xMidYMin|light)[ -][\\w -]*|.*initial-scale=1|.*sans-serif",
                ".*\\w=[A-Z_]{2,}.*|Mozilla.*|.*KHTML.*|(?:iPhone|CPU|Mac) OS.*|Intel Mac",
                "(?:private|public), .*|attachment; .*|text/plain.*|Accept-.*|.*\\bd MMM.*"));

        /** Texts of the log, of health checks, of Prometheus and of OpenAPI, and messages that programs compare. */
        private static final Set<String> FOR_OPERATORS = Set.of(
                "the migrations have not run yet",
                "former names of settings",
                "no response within ",
                "Probes, runs, trends, budgets and incidents. Errors are application/problem+json (RFC 9457) and list all errors in the input.",
                "The probe files cannot be read; will retry",
                "the browser cannot be checked now; retrying tomorrow",
                "the certificate cannot be loaded now; retrying soon",
                "the page crashed",
                "the page was closed",
                "No document received within ",
                "Protocol error",
                "interrupted by another navigation",
                "Cannot navigate to invalid URL",
                "The browser ",
                " does not start; check TIDEMARK_CHROMIUM",
                "timed out",
                "does not support STARTTLS",
                " and restart",
                "the time of last use of tokens cannot be stored; will retry",
                "old sign-in attempts cannot be deleted; will retry",
                "old known devices cannot be deleted; will retry",
                "notifications cannot be delivered now; retrying soon",
                "maintenance of incidents failed; retrying soon",
                "reminders failed; retrying soon",
                "re-encryption of the database failed; retrying soon",
                "openid profile email",
                "TIDEMARK_OIDC_ISSUER must be an https URL, http only on this machine: ",
                "TIDEMARK_OIDC_CLIENT_ID is missing",
                "nobody could sign in: set TIDEMARK_OIDC_ADMIN_GROUPS, TIDEMARK_OIDC_EDITOR_GROUPS or",
                "TIDEMARK_OIDC_SCOPES must contain openid",
                "Expired entries of the audit log cannot be deleted; will retry",
                "a digest cannot be created now; retrying soon",
                "Housekeeping of the run history failed; retrying in an hour",
                "Updating the schedule failed; retrying",
                "Checking for missing results failed; retrying shortly",
                "Open incidents.",
                "Notifications waiting for delivery.",
                "1 if the last run measured the page, 0 if it failed.",
                "Duration of the last run with all samples.",
                "End of the last run as Unix timestamp.",
                "Median over the samples of the last run, in seconds.",
                "Median over the samples of the last run, without unit.",
                "Median of transferred bytes over the samples of the last run.",
                "Runs scheduled in the last 24 hours by outcome.");

        private static final Pattern PROPERTY_OF_JAKARTA_MAIL = Pattern.compile("mail\\.(?:smtp|mime)\\..+");

        private static final Pattern FOR_PROGRAMS =
                Pattern.compile("(?:Exception\\(|LOG\\.|LOG,|setHeader\\(|tasks\\.schedule\\()[^;]*;"
                        + "|@(?:Tag|Operation|APIResponse|RequestBody)\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\)|"
                        + "\\((?:[^()]|\\([^()]*\\))*\\))*\\)");

        private static List<String> literals(String layer) throws IOException {
            return literals(layer, FOR_PROGRAMS);
        }

        /** @param leftOut code whose literals are ignored */
        private static List<String> literals(String layer, Pattern leftOut) throws IOException {
            try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "dev", "tidemark", layer))) {
                List<String> found = new ArrayList<>();
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                    LITERAL.matcher(leftOut.matcher(code).replaceAll(""))
                            .results()
                            .forEach(literal -> found.add(literal.group(1)));
                }
                return found;
            }
        }

        @Test
        void thenNoneOfTheirTextsIsASentence() throws IOException {
            List<String> outside = new ArrayList<>();
            for (String layer : LAYERS) {
                literals(layer).stream()
                        .filter(text -> TWO_WORDS.matcher(text).find())
                        .filter(text -> !NOT_SHOWN.matcher(text).matches() && !FOR_OPERATORS.contains(text))
                        .forEach(text -> outside.add(layer + ": " + text));
            }

            assertThat(outside).isEmpty();
        }

        @Test
        void thenTheBundleHasExactlyTheUsedKeys() throws IOException {
            Set<String> known = Messages.ENGLISH.keys();
            Set<String> asked = keysInViews();
            List<String> everywhere = literals("", NOTHING);
            everywhere.stream().filter(known::contains).forEach(asked::add);
            List<String> beginnings =
                    everywhere.stream().filter(text -> text.endsWith(".")).toList();
            known.stream()
                    .filter(key -> beginnings.contains(key.substring(0, key.lastIndexOf('.') + 1)))
                    .forEach(asked::add);
            Set<String> subjects =
                    known.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
            for (String layer : LAYERS) {
                literals(layer).stream()
                        .filter(text -> text.matches("[a-zA-Z]+(?:\\.[a-zA-Z0-9_-]+)+") && !text.endsWith(".yaml"))
                        .filter(text -> subjects.contains(text.split("\\.")[0]))
                        .filter(text -> !PROPERTY_OF_JAKARTA_MAIL.matcher(text).matches())
                        .forEach(asked::add);
            }

            assertThat(asked).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Nested
    class GivenAnArgument {

        private final ViewMessages words = new ViewMessages(Messages.ENGLISH, new BasePath(""));

        @Test
        void thenItIsInsertedUnchanged() {
            assertThat(words.of("settings.mail.backlog", 12_345L, 0)).isEqualTo("12345 queued, 0 failed.");
        }

        @Test
        void whenItIsAnElement_thenItIsKeptAndTheRestIsEscaped() {
            assertThat(words.html("probe.file", words.code("<b>.yaml")))
                    .isEqualTo("Defined in <code>&lt;b&gt;.yaml</code>. Edit the file to change this probe.");
            assertThat(words.html(
                            "settings.mail.subjectOf", "<i>\uE0001\uE000", words.link("https://a.example/?a&b", "x")))
                    .isEqualTo(
                            "&lt;i&gt;\uE0001\uE000: <a href=\"https://a.example/?a&amp;b\" rel=\"noreferrer\">x</a>");
        }

        @Test
        void whenItIsNull_thenNothingIsInserted() {
            assertThat(words.of("budgets.titleOf", (Object) null)).isEqualTo("Budgets of ");
        }
    }

    @Nested
    class GivenALanguageWithoutBundle {

        @Test
        void thenItIsEnglishRegardlessOfTheServersLocale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.GERMANY);

                assertThat(new ViewMessages(Messages.of(Locale.JAPAN), new BasePath("")).get("layout.menu.settings"))
                        .isEqualTo("Settings");
                assertThat(new ViewMessages(Messages.of(Locale.JAPAN), new BasePath("")).language())
                        .isEqualTo("en");
            } finally {
                Locale.setDefault(before);
            }
        }
    }
}
