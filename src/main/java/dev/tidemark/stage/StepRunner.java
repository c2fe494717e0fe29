package dev.tidemark.stage;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tidemark.probe.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Does what a visitor would do, by trusted input, and lets each step's paint come before the next. */
final class StepRunner {

    private static final double STEP_MILLIS = 10_000;
    /** Longer than the 104 ms after which event timings are reported with the next paint, and than the collector's beat. */
    private static final double AFTER_INPUT_MILLIS = 600;

    private final Page page;
    private final Runnable beforeNavigation;
    private final DoubleSupplier remainingMillis;

    StepRunner(Page page, Runnable beforeNavigation, DoubleSupplier remainingMillis) {
        this.page = page;
        this.beforeNavigation = beforeNavigation;
        this.remainingMillis = remainingMillis;
    }

    /** Which step could not be done and why; empty when all were done. */
    Optional<String> run(List<Step> steps) {
        for (int n = 0; n < steps.size(); n++) {
            Step step = steps.get(n);
            try {
                perform(step);
            } catch (TimeoutError late) {
                return Optional.of("step " + (n + 1) + ", " + StepText.of(step) + ": not possible within "
                        + Math.round(limit() / 1000) + " s");
            } catch (PlaywrightException refused) {
                return Optional.of("step " + (n + 1) + ", " + StepText.of(step) + ": " + firstLine(refused));
            }
        }
        return Optional.empty();
    }

    private void perform(Step step) {
        if (step instanceof Step.Open open) {
            beforeNavigation.run();
            page.navigate(
                    open.url().toString(),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD).setTimeout(limit()));
        } else if (step instanceof Step.Click click) {
            beforeNavigation.run();
            page.locator(click.selector()).first().click(new Locator.ClickOptions().setTimeout(limit()));
        } else if (step instanceof Step.Fill fill) {
            page.locator(fill.selector()).first().fill("", new Locator.FillOptions().setTimeout(limit()));
            page.locator(fill.selector()).first().pressSequentially(fill.value());
        } else if (step instanceof Step.Press press) {
            press(press);
        } else {
            await(step);
            return;
        }
        page.waitForTimeout(AFTER_INPUT_MILLIS);
    }

    private void press(Step.Press press) {
        beforeNavigation.run();
        if (press.selector().isEmpty()) {
            page.keyboard().press(press.key());
        } else {
            page.locator(press.selector()).first().press(press.key(), new Locator.PressOptions().setTimeout(limit()));
        }
    }

    private void await(Step step) {
        if (step instanceof Step.Pause pause) {
            page.waitForTimeout(Math.min(pause.time().toMillis(), limit()));
        } else if (step instanceof Step.WaitFor wait) {
            visible(page.locator(wait.selector()).first());
        } else if (step instanceof Step.Expect expect) {
            var found = page.locator(expect.selector());
            visible(
                    expect.text().isEmpty()
                            ? found.first()
                            : found.filter(new Locator.FilterOptions().setHasText(expect.text()))
                                    .first());
        }
    }

    private void visible(Locator locator) {
        locator.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(limit()));
    }

    private double limit() {
        return Math.max(1, Math.min(STEP_MILLIS, remainingMillis.getAsDouble()));
    }

    private static String firstLine(PlaywrightException refused) {
        return String.valueOf(refused.getMessage()).strip().lines().findFirst().orElse("refused");
    }
}
