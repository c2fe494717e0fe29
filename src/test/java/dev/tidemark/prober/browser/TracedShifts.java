package dev.tidemark.prober.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.result.Viewport;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * CLS as Lighthouse calculates it: from {@code weighted_score_delta} in the LayoutShift events of Chromium's trace
 * (core/computed/metrics/cumulative-layout-shift.js).
 */
record TracedShifts(double allFrames, double mainFrame) {

    private static final double GAP_MICROS = 1_000_000;
    private static final double WINDOW_MICROS = 5_000_000;

    static TracedShifts of(String url, Viewport screen, List<String> switches, double millis) {
        try (Playwright playwright = TestBrowser.playwright();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(TestBrowser.chromium())
                                .setArgs(switches));
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setDeviceScaleFactor(screen.scale())
                        .setIsMobile(screen.mobile())
                        .setHasTouch(screen.touch()))) {
            Page page = context.newPage();
            browser.startTracing(page, new Browser.StartTracingOptions().setCategories(List.of("loading")));
            page.navigate(url);
            page.waitForTimeout(millis);
            return of(browser.stopTracing());
        }
    }

    private static TracedShifts of(byte[] trace) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(trace, StandardCharsets.UTF_8)))) {
            JsonArray events = reader.readObject().getJsonArray("traceEvents");
            List<JsonObject> shifts = events.getValuesAs(JsonObject.class).stream()
                    .filter(event -> event.getString("name", "").equals("LayoutShift"))
                    .sorted(Comparator.comparingDouble(TracedShifts::at))
                    .toList();
            return new TracedShifts(sum(shifts, data -> true), sum(shifts, data -> data.getBoolean("is_main_frame")));
        }
    }

    private static double at(JsonObject event) {
        return event.getJsonNumber("ts").doubleValue();
    }

    private static double sum(List<JsonObject> shifts, Predicate<JsonObject> counted) {
        double largest = 0;
        double sum = 0;
        double first = Double.NEGATIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (JsonObject shift : shifts) {
            JsonObject data = shift.getJsonObject("args").getJsonObject("data");
            if (!counted.test(data) || data.getBoolean("had_recent_input")) {
                continue;
            }
            if (at(shift) - first > WINDOW_MICROS || at(shift) - last > GAP_MICROS) {
                first = at(shift);
                sum = 0;
            }
            last = at(shift);
            sum += data.getJsonNumber("weighted_score_delta").doubleValue();
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
