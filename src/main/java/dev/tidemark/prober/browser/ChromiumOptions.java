package dev.tidemark.prober.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The browser executable and its command-line switches.
 *
 * @param program headless shell or full Chromium; their metrics are not comparable, so results name the one used
 */
record ChromiumOptions(Path program) {

    /** Copy of Playwright's list ({@code chromiumSwitches.ts}), as a repeated switch replaces the first one. */
    private static final String PLAYWRIGHTS_DISABLED_FEATURES = "AvoidUnnecessaryBeforeUnloadCheckSync,"
            + "BoundaryEventDispatchTracksNodeRemoval,DestroyProfileOnBrowserClose,DialMediaRouteProvider,"
            + "GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,"
            + "BlockOriginHeaderModificationOnRedirect,Translate,AutoDeElevate,OptimizationHints,"
            + "msForceBrowserSignIn,msEdgeUpdateLaunchServicesPreferredVersion";
    /** Two hidden pages that full Chromium opens per context, at half of its processor time. */
    private static final String HIDDEN_PAGES = "WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    private static final List<String> ALWAYS = List.of(
            "--disable-features=" + PLAYWRIGHTS_DISABLED_FEATURES + "," + HIDDEN_PAGES,
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-dev-shm-usage",
            "--proxy-bypass-list=<-loopback>");

    /**
     * Playwright's switch that disables the limit on navigations. Without this limit, which every browser has, a script that changes its
     * URL thousands of times a second overloads browser and driver.
     */
    static final List<String> UNWANTED = List.of("--disable-ipc-flooding-protection");

    boolean isShell() {
        String name = program.getFileName().toString().replace('_', '-');
        return name.contains("headless-shell");
    }

    /** Name in results: "Chromium 156.0.8078.79 headless-shell". */
    String title(String version) {
        return "Chromium " + version + (isShell() ? " headless-shell" : " full");
    }

    /** @param proxyPort port of the proxy session on 127.0.0.1; all traffic passes through it, including loopback */
    List<String> switches(int proxyPort) {
        List<String> switches = new ArrayList<>(ALWAYS);
        switches.add("--proxy-server=socks5://127.0.0.1:" + proxyPort);
        return switches;
    }
}
