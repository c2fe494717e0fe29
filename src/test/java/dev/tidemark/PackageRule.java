package dev.tidemark;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of rooms.
 *
 * @param name of the package under dev.tidemark
 * @param mayImport the rooms it may import besides the ground; a room further down the table never
 * @param owns the libraries that only this room, and others that say so, may import
 * @param sentence what the reader of a failing test needs to know
 */
record PackageRule(String name, Set<String> mayImport, Set<String> owns, String sentence) {
    /** What every room but the launcher may import. */
    static final Set<String> GROUND = Set.of("measurement", "observation", "document", "platform", "wording");

    static final List<PackageRule> TABLE = List.of(
            room("measurement", "", "", "measurement is the vocabulary: it knows no room and no library"),
            room(
                    "observation",
                    "measurement",
                    "de.malkusch",
                    "observation says what is observed, in words of measurement alone"),
            room(
                    "document",
                    "measurement wording",
                    "org.snakeyaml",
                    "document reads YAML and JSON, and does not know what the keys mean"),
            room(
                    "platform",
                    "wording",
                    "org.flywaydb",
                    "platform is the ground that every room stands on: it imports none of them"),
            room(
                    "account",
                    "",
                    "jakarta.persistence jakarta.security",
                    "account keeps who there is: it does not know what a request needs"),
            room(
                    "access",
                    "account",
                    "jakarta.persistence jakarta.security",
                    "access says who may do what: it knows nothing of what there is to do"),
            room(
                    "chart",
                    "",
                    "com.github.weisj",
                    "chart draws values as SVG: it does not know where they come from or what page they stand on"),
            room("probe", "", "", "probe is what is watched, as values: not how it is written, kept or run"),
            room("definition", "probe", "", "definition is how a probe is written: not where it is kept"),
            room("rendition", "probe definition", "", "rendition writes probes out: secrets leave the house masked"),
            room("foreign", "probe definition rendition", "", "foreign reads what other tools wrote: it keeps nothing"),
            room(
                    "catalogue",
                    "probe definition rendition",
                    "jakarta.persistence",
                    "catalogue keeps the definitions: it does not know when they run or what came of it"),
            room(
                    "vitals",
                    "",
                    "",
                    "vitals makes numbers from what a page says: it does not know how that came out of the browser"),
            room(
                    "gateway",
                    "",
                    "io.netty",
                    "gateway shapes and guards traffic: it knows neither what is asked for nor what it means"),
            room(
                    "traffic",
                    "",
                    "",
                    "traffic counts what a page put on the wire: it does not know the browser that tells it"),
            room(
                    "evidence",
                    "probe vitals traffic",
                    "",
                    "evidence writes the HAR file and the film of a sample: it does not know where they are kept"),
            room(
                    "http",
                    "probe evidence gateway",
                    "io.netty",
                    "http asks one question without a browser: it knows neither the schedule nor where results go"),
            room(
                    "stage",
                    "probe vitals traffic",
                    "com.microsoft.playwright",
                    "stage readies a page and acts on it: it does not watch, and does not judge"),
            room("machine", "", "", "machine says what this computer bears: it does not know what is loaded on it"),
            room(
                    "browser",
                    "probe vitals traffic evidence gateway stage machine",
                    "com.microsoft.playwright",
                    "browser takes one sample: it knows neither the schedule nor where results go"),
            room(
                    "maintenance",
                    "probe",
                    "jakarta.persistence org.quartz",
                    "maintenance says when nothing counts: it knows neither runs nor incidents"),
            room(
                    "series",
                    "",
                    "jakarta.persistence",
                    "series reads what runs measured over time: it knows neither a run nor who wants it"),
            room(
                    "history",
                    "probe series",
                    "jakarta.persistence",
                    "history keeps what happened: it judges nothing and tells nobody"),
            room("runs", "history", "", "runs answers about runs over HTTP: it keeps nothing and judges nothing"),
            room(
                    "marker",
                    "probe catalogue history",
                    "jakarta.persistence",
                    "marker keeps what happened to what is watched: it does not know what followed from it"),
            room(
                    "trend",
                    "series history",
                    "org.apache.commons.statistics",
                    "trend reads history: it does not know what is allowed"),
            room("budget", "probe series history marker trend", "", "budget gives verdicts: who is told is for alert"),
            room(
                    "audience",
                    "probe definition rendition catalogue maintenance",
                    "jakarta.persistence",
                    "audience says who is told and when: it does not know of what"),
            room(
                    "delivery",
                    "",
                    "jakarta.persistence jakarta.mail java.net.http",
                    "delivery brings letters to people: it does not know why they were written"),
            room(
                    "alert",
                    "probe catalogue maintenance history marker budget audience delivery",
                    "jakarta.persistence",
                    "alert decides who is told of what: it does not make the verdicts"),
            room(
                    "change",
                    "probe series history marker trend audience delivery chart",
                    "jakarta.persistence",
                    "change finds what moved without a limit being set: it takes no runs itself"),
            room(
                    "schedule",
                    "probe definition rendition foreign catalogue gateway http browser maintenance series history marker trend budget delivery alert change",
                    "org.quartz",
                    "schedule holds the pipeline: the steps do not know it, and nobody else fires"),
            room(
                    "web",
                    "account",
                    "jakarta.faces",
                    "web gives pages their addresses, assets and headers: it does not know what they show"),
            room(
                    "help",
                    "web",
                    "org.commonmark",
                    "help renders the manual: it knows nothing of the rest of the product"),
            room(
                    "chronicle",
                    "probe catalogue series history marker maintenance alert chart web",
                    "",
                    "chronicle tells together what happened to a probe: it keeps nothing"),
            room(
                    "standing",
                    "probe catalogue history marker trend alert chart",
                    "",
                    "standing says how every probe stands right now: it does not know who looks"),
            room(
                    "story",
                    "probe series history chart standing",
                    "",
                    "story tells what came of one run and why: it does not know what page it is told on"),
            room(
                    "trial",
                    "probe browser http history story",
                    "",
                    "trial measures what is not saved: it keeps nothing and tells nobody"),
            room(
                    "budgeting",
                    "probe definition rendition catalogue series history trend budget chart web",
                    "",
                    "budgeting shows and chooses what is allowed: it does not judge"),
            room(
                    "enclosure",
                    "probe catalogue marker trend delivery alert chart chronicle",
                    "",
                    "enclosure finds what a mail shows beside its words: it does not send it"),
            room(
                    "digest",
                    "probe catalogue series history marker trend audience delivery alert change chart web chronicle standing",
                    "jakarta.persistence",
                    "digest writes how a list's pages did: it measures, judges and delivers nothing"),
            room(
                    "desk",
                    "probe catalogue maintenance audience delivery alert web",
                    "",
                    "desk is where operators act on windows, letters and incidents: it decides nothing"),
            room(
                    "members",
                    "account access web",
                    "",
                    "members is where users and tokens are looked after: it keeps none and lets nobody in"),
            room(
                    "reply",
                    "audience delivery alert",
                    "",
                    "reply is what a letter's reader may do without a login: signed, and nothing more"),
            room(
                    "exposition",
                    "probe catalogue history delivery alert chart",
                    "",
                    "exposition tells other programs the last values: it shows no pages"),
            room(
                    "contrast",
                    "chart",
                    "",
                    "contrast holds two loads against each other: it does not know where they come from"),
            room(
                    "comparison",
                    "probe catalogue series history marker trend chart web chronicle contrast",
                    "",
                    "comparison shows two runs or periods beside each other: what differs is said by contrast"),
            room(
                    "editing",
                    "probe definition rendition catalogue web trial story",
                    "",
                    "editing takes definitions from a form: what is right is said by definition"),
            room(
                    "dashboard",
                    "probe definition rendition foreign catalogue gateway http browser series history marker trend budget budgeting delivery alert change schedule chart web chronicle standing access contrast story maintenance",
                    "jakarta.faces",
                    "dashboard shows what spans rooms: no room imports it"),
            room(
                    "launch",
                    "",
                    "java.net.http org.wildfly.core.launcher org.apache.commons.compress org.tukaani",
                    "launch runs before the server and outside of the WAR: it shares no class with the rooms"));

    private static PackageRule room(String name, String mayImport, String owns, String sentence) {
        return new PackageRule(name, words(mayImport), words(owns), sentence);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    boolean mayImport(String other) {
        boolean ground = GROUND.contains(other) && !GROUND.contains(name) && !name.equals("launch");
        return other.equals(name) || ground || mayImport.contains(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
