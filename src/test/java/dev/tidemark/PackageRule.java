package dev.tidemark;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One row of the table of packages, which the architecture page of the manual repeats.
 *
 * @param name of the package below dev.tidemark: layer.package
 * @param responsibility what the package owns
 * @param mayImport the packages that it may import besides those of platform and model
 * @param libraries root packages of libraries that only this row, and others that say so, may import
 */
record PackageRule(String name, String responsibility, Set<String> mayImport, Set<String> libraries) {

    /** The layers from the bottom up. A dependency points to a layer of an earlier line; layers of one line are independent. */
    static final List<Set<String>> LAYERS = List.of(
            Set.of("platform"),
            Set.of("model"),
            Set.of("config", "prober", "security"),
            Set.of("storage"),
            Set.of("analysis"),
            Set.of("alerting"),
            Set.of("reporting"),
            Set.of("scheduling"),
            Set.of("web"));

    /** Runs in front of the server and shares no class with it. */
    static final String LAUNCHER = "launcher";

    /** All packages, ordered so that a row imports only earlier rows. */
    static final List<PackageRule> TABLE = List.of(
            rule("platform.i18n", "Message bundles, localized messages, similar names", "", ""),
            rule("platform.text", "Strict decoding of texts from bytes", "platform.i18n", ""),
            rule("platform.crypto", "Encryption of values in the database, and its key", "platform.i18n", ""),
            rule(
                    "platform.database",
                    "Whether the database is reachable, and its time; closing its pooled connections",
                    "platform.i18n",
                    ""),
            rule(
                    "platform.runtime",
                    "Durations, schema migration, periodic tasks, small caches, readiness of the database",
                    "platform.i18n platform.crypto platform.database",
                    "org.flywaydb"),
            rule(
                    "platform.http",
                    "What REST resources share: problem details (RFC 9457), query parameters, conditional requests, CSV and JSON",
                    "platform.i18n platform.text platform.database platform.runtime",
                    ""),
            rule(
                    "platform.audit",
                    "The audit log: who changed what, from where and with what result",
                    "platform.i18n platform.runtime platform.http",
                    "jakarta.persistence"),
            rule(
                    "platform.undertow",
                    "Malformed headers, slow and large bodies, before a servlet sees them",
                    "platform.i18n platform.http",
                    "io.undertow org.xnio"),
            rule(
                    "platform.url",
                    "URLs, host names and e-mail addresses, as browsers and mail servers read them",
                    "platform.i18n",
                    "com.ibm.icu"),
            rule(
                    "platform.net",
                    "Which addresses probes and webhooks may connect to; an HTTP client that is bound by it",
                    "",
                    "org.apache.hc"),
            rule(
                    "platform.proxy",
                    "The reverse proxy in front of Tidemark: which proxies are trusted, and the client that they name",
                    "platform.net",
                    "io.undertow"),
            rule(
                    "platform.tls",
                    "The certificate of the server: loaded again when it has changed",
                    "platform.runtime",
                    ""),
            rule(
                    "model.metric",
                    "Metrics, units, thresholds, ratings, score curves, quantiles, number formats",
                    "platform.i18n",
                    ""),
            rule(
                    "model.result",
                    "Identifiers, slots, profiles, outcomes, and what a sample and a run yield",
                    "platform.i18n platform.url model.metric",
                    "de.malkusch"),
            rule("model.schedule", "Cron expressions, and their instants across clock changes", "platform.i18n", ""),
            rule(
                    "model.expectation",
                    "Assertions on HTTP responses as values: status ranges, operators, JSON paths, patterns, selectors",
                    "platform.i18n",
                    "com.google.re2j"),
            rule(
                    "model.probe",
                    "Probe definitions as values: target, steps, schedule, limits",
                    "platform.i18n platform.url model.metric model.result model.schedule model.expectation",
                    ""),
            rule(
                    "config.document",
                    "YAML and JSON texts as a tree with source positions; validation errors",
                    "",
                    "org.snakeyaml"),
            rule("config.reader", "Reads probe definitions; named profiles and budget presets", "config.document", ""),
            rule(
                    "config.writer",
                    "Writes probe definitions, complete or with masked secrets; differences between two",
                    "config.reader",
                    ""),
            rule(
                    "config.importer",
                    "Reads budget files and recorded journeys of other tools",
                    "config.document config.reader config.writer",
                    ""),
            rule("config.secret", "Secrets that definitions refer to by name", "", "jakarta.persistence"),
            rule(
                    "config.catalog",
                    "Stores probe definitions, watches probe files, and serves them over HTTP",
                    "config.secret config.document config.reader config.writer",
                    "jakarta.persistence"),
            rule(
                    "config.maintenance",
                    "Maintenance windows: one-time, by calendar, by cron expression",
                    "config.document",
                    "jakarta.persistence"),
            rule(
                    "prober.host",
                    "Capacity, memory and noise of the host; browser processes and temporary files",
                    "",
                    ""),
            rule("prober.vitals", "The collector script, and the metrics computed from what it reports", "", ""),
            rule("prober.network", "Requests and bytes, from DevTools network events", "", ""),
            rule(
                    "prober.proxy",
                    "The SOCKS proxy that shapes a probe's traffic and enforces the address policy",
                    "",
                    "io.netty"),
            rule(
                    "prober.artifact",
                    "HAR files, filmstrips and screenshots, bounded and without secrets",
                    "prober.vitals prober.network",
                    ""),
            rule(
                    "prober.response",
                    "Bodies of responses: compression, charset, JSON, Prometheus text; assertions on them and on headers",
                    "prober.artifact",
                    "org.brotli io.airlift"),
            rule(
                    "prober.http",
                    "HTTP checks without a browser",
                    "prober.proxy prober.artifact prober.response",
                    "io.netty"),
            rule(
                    "prober.form",
                    "Form fields: how each kind is filled, and what it holds afterwards",
                    "",
                    "com.microsoft.playwright"),
            rule(
                    "prober.page",
                    "Browser contexts and pages: emulation, DevTools sessions, steps",
                    "prober.vitals prober.network prober.form",
                    "com.microsoft.playwright"),
            rule(
                    "prober.browser",
                    "Page loads in Chromium: launch, observe, classify",
                    "prober.host prober.vitals prober.network prober.proxy prober.artifact prober.page",
                    "com.microsoft.playwright"),
            rule(
                    "security.account",
                    "Users, roles, API tokens, password rules and hashes, second factors",
                    "",
                    "jakarta.persistence jakarta.security com.nulabinc com.eatthepath org.apache.commons.codec"),
            rule(
                    "security.auth",
                    "Authentication, sessions, limits on attempts, the table of access rules, security headers",
                    "security.account",
                    "jakarta.persistence jakarta.security"),
            rule("security.oidc", "Sign-in with OpenID Connect", "security.account security.auth", "com.nimbusds"),
            rule(
                    "storage.timeseries",
                    "Measurements over time, daily summaries, outcome counts",
                    "",
                    "jakarta.persistence"),
            rule(
                    "storage.run",
                    "Runs, samples, requests and artifacts; retention",
                    "storage.timeseries",
                    "jakarta.persistence"),
            rule("storage.node", "Nodes and their heartbeats", "storage.timeseries", "jakarta.persistence"),
            rule("storage.spool", "Results on disk that the database could not store", "storage.run", ""),
            rule(
                    "storage.marker",
                    "Annotations: deploys, notes, browser upgrades",
                    "config.document config.catalog storage.run",
                    "jakarta.persistence"),
            rule(
                    "analysis.trend",
                    "Statistics of a metric over time, and comparison of two periods",
                    "storage.timeseries storage.run",
                    "org.apache.commons.statistics"),
            rule(
                    "analysis.budget",
                    "Evaluates limits against runs and trends: verdicts",
                    "config.reader storage.timeseries storage.run storage.marker",
                    ""),
            rule("analysis.diff", "Differences between two page loads, and their likely causes", "", ""),
            rule(
                    "analysis.changepoint",
                    "Detects and confirms regressions and improvements without a limit",
                    "storage.timeseries storage.run analysis.trend",
                    "jakarta.persistence"),
            rule(
                    "alerting.recipient",
                    "Contact groups, quiet hours, escalation, unsubscriptions",
                    "config.secret config.document config.reader config.writer config.catalog config.maintenance",
                    "jakarta.persistence"),
            rule(
                    "alerting.notification",
                    "Notices, notifications and their outbox; links and layout of e-mails",
                    "",
                    "jakarta.persistence"),
            rule(
                    "alerting.delivery",
                    "Delivers notifications from the outbox by e-mail and webhook",
                    "config.secret config.document alerting.notification",
                    "jakarta.mail org.eclipse.angus"),
            rule(
                    "alerting.incident",
                    "Incidents: state per probe and location, notifications, reminders",
                    "config.document config.catalog config.maintenance storage.run storage.node storage.marker analysis.budget analysis.changepoint alerting.recipient alerting.notification alerting.delivery",
                    "jakarta.persistence"),
            rule("reporting.chart", "Charts as SVG and PNG", "", "com.github.weisj"),
            rule(
                    "reporting.status",
                    "The current status of all probes",
                    "config.catalog storage.run storage.marker analysis.trend analysis.budget alerting.incident reporting.chart",
                    ""),
            rule(
                    "reporting.diagnosis",
                    "The report of one run: headline, where the time went, attribution",
                    "storage.timeseries storage.run analysis.budget reporting.chart reporting.status",
                    ""),
            rule(
                    "reporting.timeline",
                    "Events of a probe: annotations, maintenance, incidents",
                    "config.maintenance storage.timeseries storage.marker alerting.incident reporting.chart",
                    ""),
            rule(
                    "reporting.attachment",
                    "Charts and links that go with an e-mail",
                    "config.catalog storage.marker analysis.trend analysis.budget alerting.notification alerting.delivery alerting.incident reporting.chart reporting.timeline",
                    ""),
            rule(
                    "reporting.digest",
                    "Daily and weekly digests",
                    "storage.timeseries storage.marker analysis.trend analysis.changepoint alerting.recipient alerting.notification alerting.incident reporting.chart reporting.status reporting.timeline",
                    "jakarta.persistence"),
            rule(
                    "scheduling.timetable",
                    "The planned instants of a schedule, and their preview",
                    "config.document config.reader",
                    ""),
            rule(
                    "scheduling.quartz",
                    "Triggers, slots, the pipeline, and recovery of lost runs",
                    "config.secret config.catalog config.maintenance prober.http prober.browser storage.timeseries storage.run storage.node storage.spool storage.marker analysis.budget analysis.changepoint alerting.incident scheduling.timetable",
                    "org.quartz"),
            rule(
                    "scheduling.dryrun",
                    "Test runs of definitions that are not saved",
                    "config.secret prober.http prober.browser storage.run reporting.diagnosis",
                    ""),
            rule("web.cache", "Static assets with fingerprints; ETags and compression of pages", "", ""),
            rule("web.el", "Expression resolvers and the message bundle for views", "", "jakarta.faces"),
            rule(
                    "web.support",
                    "Routes, form responses, page messages, time ranges and links for all pages",
                    "config.document security.account reporting.chart",
                    "jakarta.faces"),
            rule("web.api", "REST resources of runs and artifacts", "storage.run", ""),
            rule(
                    "web.run",
                    "Run pages and tables of runs",
                    "config.catalog storage.run analysis.budget reporting.chart reporting.status reporting.diagnosis scheduling.quartz web.support",
                    "jakarta.faces"),
            rule(
                    "web.budget",
                    "Budget pages: limits, uptime, presets, suggested limits",
                    "config.reader config.writer config.catalog storage.timeseries analysis.trend analysis.budget reporting.chart web.support",
                    "jakarta.faces"),
            rule(
                    "web.annotation",
                    "The annotation page",
                    "config.document config.catalog storage.marker web.support",
                    "jakarta.faces"),
            rule(
                    "web.comparison",
                    "The comparison page: two runs or two periods",
                    "config.catalog storage.timeseries storage.run storage.marker analysis.trend analysis.diff reporting.timeline web.support",
                    "jakarta.faces"),
            rule(
                    "web.probeform",
                    "The form for a probe",
                    "config.secret config.document config.reader config.writer config.catalog reporting.diagnosis scheduling.timetable scheduling.dryrun web.support",
                    "jakarta.faces"),
            rule(
                    "web.admin",
                    "Contacts, maintenance windows, notifications and digests: pages and actions",
                    "config.document config.maintenance alerting.recipient alerting.notification alerting.delivery alerting.incident reporting.digest web.support",
                    "jakarta.faces"),
            rule(
                    "web.secret",
                    "Secrets: page and API, without their values",
                    "config.document config.secret config.catalog alerting.recipient web.support",
                    "jakarta.faces"),
            rule(
                    "web.users",
                    "Users and tokens, one's own password and second factor: pages and API",
                    "config.document security.account security.auth web.support",
                    "jakarta.faces io.nayuki"),
            rule("web.audit", "The page of the audit log", "web.support", "jakarta.faces"),
            rule(
                    "web.maillink",
                    "Pages behind the signed links in e-mails",
                    "alerting.recipient alerting.notification alerting.incident",
                    ""),
            rule(
                    "web.metrics",
                    "Prometheus metrics and badges",
                    "config.catalog storage.timeseries storage.run alerting.notification alerting.incident reporting.chart reporting.status",
                    ""),
            rule("web.help", "The manual of the running version", "web.support", "jakarta.faces org.commonmark"),
            rule(
                    "web.dashboard",
                    "Overview, probe page, settings; chart files and health",
                    "config.document config.catalog prober.browser storage.timeseries storage.run analysis.trend analysis.budget analysis.changepoint alerting.notification alerting.incident reporting.chart reporting.status reporting.timeline scheduling.quartz web.support web.run",
                    "jakarta.faces"),
            rule(
                    "web.incident",
                    "Incident pages",
                    "config.catalog storage.timeseries storage.run storage.marker alerting.notification alerting.incident reporting.chart reporting.timeline web.support web.run web.dashboard",
                    "jakarta.faces"),
            rule("launcher.history", "Verifies that no slot was lost and nothing happened twice", "", ""),
            rule("launcher.system", "Processes, files, ports and terminal of the launcher", "", ""),
            rule("launcher.command", "The command line: subcommands, options, help", "launcher.system", ""),
            rule(
                    "launcher.settings",
                    "Settings from file, environment and system properties, validated before anything starts",
                    "launcher.system",
                    ""),
            rule("launcher.chromium", "Finds or installs a Chromium", "launcher.system", ""),
            rule(
                    "launcher.postgres",
                    "The embedded PostgreSQL",
                    "launcher.system",
                    "org.apache.commons.compress org.tukaani"),
            rule(
                    "launcher.backup",
                    "Backups: writes, verifies and restores them",
                    "launcher.system",
                    "org.flywaydb com.fasterxml.jackson"),
            rule(
                    "launcher.tls",
                    "Certificate and key: PEM files, checked, as the key store of the server",
                    "launcher.system",
                    ""),
            rule(
                    "launcher.server",
                    "Starts and stops browser, database and WildFly together",
                    "launcher.system launcher.command launcher.settings launcher.chromium launcher.postgres launcher.tls launcher.backup",
                    "java.net.http org.flywaydb org.wildfly.core.launcher"),
            rule(
                    "launcher.operation",
                    "Commands for operators: backup and restore",
                    "launcher.system launcher.command launcher.settings launcher.postgres launcher.backup launcher.server",
                    ""),
            rule(
                    "launcher.doctor",
                    "Checks of the installation with real connections and processes",
                    "launcher.system launcher.command launcher.settings launcher.chromium launcher.backup launcher.history launcher.server launcher.operation",
                    "com.fasterxml.jackson java.net.http"),
            rule(
                    "launcher",
                    "The program `tidemark`: the list of its commands; not part of the WAR",
                    "launcher.system launcher.command launcher.server launcher.operation launcher.doctor",
                    ""));

    private static PackageRule rule(String name, String responsibility, String mayImport, String libraries) {
        return new PackageRule(name, responsibility, words(mayImport), words(libraries));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }

    String layer() {
        return layerOf(name);
    }

    static String layerOf(String name) {
        return name.split("\\.")[0];
    }

    /** The index of a layer's line in {@link #LAYERS}. */
    static int rankOf(String layer) {
        for (int i = 0; i < LAYERS.size(); i++) {
            if (LAYERS.get(i).contains(layer)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no layer " + layer);
    }

    /** Whether the packages of platform and model are below this one, so that it may import them without saying so. */
    private boolean isAboveTheModel() {
        return !layer().equals(LAUNCHER) && rankOf(layer()) > rankOf("model");
    }

    boolean allows(String other) {
        boolean shared = isAboveTheModel() && Set.of("platform", "model").contains(layerOf(other));
        return other.equals(name) || shared || mayImport.contains(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
