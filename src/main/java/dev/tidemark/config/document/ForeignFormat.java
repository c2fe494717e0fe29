package dev.tidemark.config.document;

import static dev.tidemark.config.document.ForeignShape.any;
import static dev.tidemark.config.document.ForeignShape.anyValue;
import static dev.tidemark.config.document.ForeignShape.at;
import static dev.tidemark.config.document.ForeignShape.first;
import static dev.tidemark.config.document.ForeignShape.keyEndsWith;
import static dev.tidemark.config.document.ForeignShape.keys;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of other tools that people have at hand, recognized by their content so that the message can say what to do. A script
 * has a pattern, any other file a shape. No definition of Tidemark has one of the shapes.
 */
public enum ForeignFormat {
    K6(Remedy.WRITE_JOURNEY, "from\\s+['\"]k6(/[\\w/-]+)?['\"]"),
    CHECKLY_CODE(Remedy.DEFINE_PROBES, "['\"]checkly(/constructs)?['\"]"),
    PLAYWRIGHT(
            Remedy.WRITE_JOURNEY,
            "['\"]@?playwright(/test|-core)?['\"]|\\bplaywright\\.(sync|async)_api\\b|\\bcom\\.microsoft\\.playwright\\b"),
    PUPPETEER_REPLAY(Remedy.EXPORT_RECORDING, "['\"]@puppeteer/replay['\"]"),
    PUPPETEER(Remedy.EXPORT_RECORDING, "['\"]puppeteer(-core)?['\"]|\\bpuppeteer\\s*\\.launch\\("),
    CYPRESS(Remedy.EXPORT_RECORDING, "\\bcy\\s*\\.\\s*(visit|get|contains|viewport|intercept)\\("),
    SELENIUM(
            Remedy.WRITE_JOURNEY,
            "['\"]selenium-webdriver|^\\s*(from|import)\\s+selenium\\b|\\borg\\.openqa\\.selenium\\b|\\bwebdriver\\.(Chrome|Firefox|Edge|Remote)\\("),
    NIGHTWATCH(
            Remedy.EXPORT_RECORDING, "function\\s*\\(browser\\)|\\bbrowser\\s*\\.\\s*(url|navigateTo|windowRect)\\("),
    TESTCAFE(Remedy.EXPORT_RECORDING, "['\"]testcafe['\"]|^fixture\\s*[`(]"),
    WEBPAGETEST(Remedy.EXPORT_RECORDING, "^(navigate|setEventName|execAndWait|logData)[ \\t]+\\S"),
    SITESPEED_SCRIPT(Remedy.WRITE_JOURNEY, "\\bcommands\\s*\\.\\s*(measure|navigate|click|wait)\\b"),
    LIGHTHOUSERC_CODE(
            Remedy.CONFIGURATION_AS_JSON,
            "(?s)(module\\.exports|export\\s+default|exports\\s*=).*\\bci['\"]?\\s*:.*\\b(assert|collect|upload)\\b"),
    JAVASCRIPT(
            Remedy.CONFIGURATION_AS_JSON,
            "^\\s*(module\\.exports|exports\\.\\w+|export\\s+(default|const)\\b|import\\s.+\\sfrom\\s|import\\s+['\"]|(const|let|var)\\s+[\\w{\\[]"
                    + "|(async\\s+)?function\\b|['\"]use\\s+strict['\"]|describe\\(|test\\(|\\(async\\b|\\(function\\b)"),
    PYTHON(Remedy.NOT_EXECUTED, "^(import\\s+\\w+|from\\s+[\\w.]+\\s+import\\s|def\\s+\\w+\\(|class\\s+\\w+.*:\\s*$)"),
    SHELL(Remedy.NOT_EXECUTED, "\\A#!"),
    MARKUP(Remedy.NOT_TEXT, "\\A\\s*<(!doctype|!--|\\?xml|[a-z]+[\\s>])"),

    GATUS(Remedy.DEFINE_PROBES, any(first("endpoints", keys("url")), first("external-endpoints", keys("name")))),
    BLACKBOX(Remedy.DEFINE_PROBES, at("modules", anyValue(keys("prober")))),
    PROMETHEUS(Remedy.DEFINE_PROBES, any(keys("scrape_configs"), keys("global", "rule_files"))),
    PROMETHEUS_RULES(Remedy.WRITE_LIMITS, first("groups", keys("rules"))),
    UPTIME_KUMA(Remedy.DEFINE_PROBES, keys("monitorList")),
    CHECKLY(
            Remedy.DEFINE_PROBES,
            any(keys("checkType"), first(keys("checkType")), first("checks", keys("checkType")), keys("projectName"))),
    HEARTBEAT(
            Remedy.DEFINE_PROBES,
            any(keys("heartbeat.monitors"), first(keys("schedule", "type")), at("heartbeat", keys("monitors")))),
    UPPTIME(Remedy.DEFINE_PROBES, keys("owner", "repo", "sites")),
    MONIKA(Remedy.DEFINE_PROBES, first("probes", keys("requests"))),
    COMPOSE(Remedy.NO_USE, at("services", anyValue(any(keys("image"), keys("build"))))),
    KUBERNETES(Remedy.NO_USE, keys("apiVersion", "kind")),
    WORKFLOW(Remedy.NO_USE, at("jobs", anyValue(any(keys("steps"), keys("runs-on"), keys("uses"))))),
    ARTILLERY(Remedy.WRITE_JOURNEY, keys("config", "scenarios")),
    POSTMAN(Remedy.DEFINE_PROBES, keys("info", "item")),
    OPENAPI(Remedy.DEFINE_PROBES, any(keys("openapi", "paths"), keys("swagger", "paths"))),
    GRAFANA(Remedy.WRITE_LIMITS, keys("panels", "schemaVersion")),
    PACKAGE_JSON(Remedy.NO_USE, any(keys("name", "dependencies"), keys("name", "devDependencies"))),
    JSON_SCHEMA(Remedy.NO_USE, keys("$schema", "properties")),
    HAR(Remedy.RESULTS, at("log", keys("entries"))),
    LIGHTHOUSE_REPORT(
            Remedy.RESULTS, any(keys("lighthouseVersion", "audits"), first(keys("isRepresentativeRun", "jsonPath")))),
    TRACE(Remedy.RESULTS, keys("traceEvents")),
    SELENIUM_IDE(Remedy.EXPORT_RECORDING, first("tests", keys("commands"))),
    RECORDING(Remedy.IMPORT_JOURNEY, first("steps", keys("type"))),
    LIGHTHOUSERC(
            Remedy.IMPORT_LIGHTHOUSERC, at("ci", any(keys("assert"), keys("collect"), keys("upload"), keys("server")))),
    LIGHTHOUSE_BUDGET(
            Remedy.IMPORT_LIGHTHOUSE,
            any(first(keys("resourceSizes")), first(keys("resourceCounts")), first(keys("timings")))),
    SITESPEED_BUDGET(Remedy.IMPORT_SITESPEED, any(at("budget", keys()), keyEndsWith(".pageSummary")));

    private final Remedy remedy;
    private final Optional<Pattern> script;
    private final ForeignShape shape;

    ForeignFormat(Remedy remedy, String script) {
        this.remedy = remedy;
        this.script = Optional.of(Pattern.compile(script, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE));
        this.shape = node -> false;
    }

    ForeignFormat(Remedy remedy, ForeignShape shape) {
        this.remedy = remedy;
        this.script = Optional.empty();
        this.shape = shape;
    }

    /** The format of a parsed document. */
    public static Optional<ForeignFormat> of(DocumentNode document) {
        return Arrays.stream(values())
                .filter(format -> format.shape.matches(document))
                .findFirst();
    }

    /** The language or tool of a text that is neither JSON nor YAML. */
    static Optional<ForeignFormat> ofScript(String text) {
        return Arrays.stream(values())
                .filter(format ->
                        format.script.filter(one -> one.matcher(text).find()).isPresent())
                .findFirst();
    }

    /** What the file is, and what to do with it. */
    public LocalizedMessage message() {
        return LocalizedMessage.of(
                "foreign.message",
                LocalizedMessage.of("foreign.format." + key(name())),
                LocalizedMessage.of("foreign.remedy." + key(remedy.name())));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "-");
    }

    private enum Remedy {
        DEFINE_PROBES,
        WRITE_LIMITS,
        WRITE_JOURNEY,
        EXPORT_RECORDING,
        CONFIGURATION_AS_JSON,
        NOT_EXECUTED,
        NOT_TEXT,
        NO_USE,
        RESULTS,
        IMPORT_JOURNEY,
        IMPORT_LIGHTHOUSERC,
        IMPORT_LIGHTHOUSE,
        IMPORT_SITESPEED
    }
}
