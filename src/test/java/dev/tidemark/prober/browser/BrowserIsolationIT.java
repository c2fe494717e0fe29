package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.prober.host.ProcessIsolation;
import dev.tidemark.prober.host.TempDirectory;
import dev.tidemark.prober.proxy.ProbeProxy;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.proxy.ProxySessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the processes of a browser have of the server: read from /proc, of each of them. */
@Tag("browser")
class BrowserIsolationIT {

    /** What Tidemark passes on or sets; below what Playwright, Chromium and a shell set for their own processes. */
    private static final Set<String> EXPECTED = Set.of(
            "PATH", "LANG", "LANGUAGE", "TZ", "HOME", "TMPDIR", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "NODE_OPTIONS");

    private static final String OTHERS = "(PW_|LC_|FONTCONFIG_|SBX_|CHROME_|PWD$|OLDPWD$|SHLVL$|_$).*";

    private ProbeProxy proxy;
    private ProxySession session;
    private BrowserProcess browser;
    private Path data;

    @BeforeEach
    void start() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "isolated");
        proxy = BenchmarkPage.proxy();
        session = proxy.open(ProxySessionSettings.unthrottled());
        browser = BrowserProcess.launch(new ChromiumOptions(TestBrowser.chromium()), data, session.port());
        browser.browser().newPage().navigate("data:text/html,<h1>open</h1>");
    }

    @AfterEach
    void stop() {
        browser.close();
        session.close();
        proxy.close();
    }

    @Test
    void whenABrowserRuns_thenNoProcessHasAVariableOfTheServer() {
        Set<String> ofServer = new HashSet<>(System.getenv().keySet());
        ofServer.removeIf(name -> EXPECTED.contains(name) || name.matches(OTHERS));
        assertThat(ofServer).isNotEmpty();
        for (ProcessHandle one : browser.processes()) {
            assertThat(variables(one)).as(one.info().toString()).doesNotContainAnyElementsOf(ofServer);
            assertThat(proc(one, "environ"))
                    .as(one.info().toString())
                    .doesNotContain("HOME=" + System.getenv("HOME") + "\0");
        }
    }

    @Test
    void whenTheServerRunsAsRoot_thenTheBrowserDoesNot() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(isOpenToOthers(Path.of("target").toAbsolutePath()))
                .as("checked out where only root can read")
                .isTrue();
        for (ProcessHandle one : browser.processes()) {
            assertThat(line(one, "status", "Uid:")).isEqualTo("Uid:\t65533\t65533\t65533\t65533");
            assertThat(line(one, "status", "Groups:").strip()).isEqualTo("Groups:");
            assertThat(line(one, "status", "NoNewPrivs:")).endsWith("1");
        }
    }

    @Test
    void whenTheSandboxWorks_thenRenderersAreConfined() {
        assumeThat(isolation().sandbox().isOn()).isTrue();
        List<ProcessHandle> renderers = browser.processes().stream()
                .filter(one -> proc(one, "cmdline").contains("--type=renderer"))
                .toList();

        assertThat(renderers).isNotEmpty();
        assertThat(renderers)
                .allMatch(one -> line(one, "status", "Seccomp:").endsWith("2"))
                .allMatch(one -> !proc(one, "cmdline").contains("--no-sandbox"));
    }

    @Test
    void whenTheSystemHasLimits_thenTheyApplyToTheBrowser() {
        assumeThat(isolation().prefix()).anyMatch(word -> word.endsWith("prlimit"));
        for (ProcessHandle one : browser.processes()) {
            assertThat(line(one, "limits", "Max core file size")).matches(".* 0 +0 +bytes *");
            assertThat(line(one, "limits", "Max data size")).contains(String.valueOf(8L << 30));
        }
    }

    @Test
    void whenItIsClosed_thenNoProcessAndNoFileIsLeft() {
        List<ProcessHandle> processes = browser.processes();
        assertThat(processes).hasSizeGreaterThan(3);

        browser.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(TempDirectory.content(TempDirectory.folder(data))).isEmpty();
    }

    @Test
    void whenAFileIsPrivateToRoot_thenTheBrowserRunsAsBeforeAndThePathIsReported() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Path hidden = Files.createDirectories(data.resolve("hidden"));
        Path program = Files.createFile(hidden.resolve("chromium"));
        Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwx------"));

        ProcessIsolation isolation = ProcessIsolation.forPaths(List.of(program));

        assertThat(isolation.isRootUsed()).isTrue();
        assertThat(isolation.unreachable()).contains(program);
    }

    private BrowserIsolation isolation() {
        return BrowserIsolation.of(TestBrowser.chromium(), data);
    }

    private static Set<String> variables(ProcessHandle process) {
        return Stream.of(proc(process, "environ").split("\0"))
                .filter(one -> one.matches("(?s)\\w+=.*")) // Chromium writes titles of its processes there
                .map(one -> one.substring(0, one.indexOf('=')))
                .collect(Collectors.toSet());
    }

    private static String line(ProcessHandle process, String file, String start) {
        return proc(process, file)
                .lines()
                .filter(one -> one.startsWith(start))
                .findFirst()
                .orElse("");
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }

    private static boolean isOpenToOthers(Path folder) throws IOException {
        for (Path one = folder; one != null; one = one.getParent()) {
            if (!Files.getPosixFilePermissions(one).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
