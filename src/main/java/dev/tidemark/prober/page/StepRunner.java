package dev.tidemark.prober.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.form.FieldFiller;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Executes steps with trusted input events. */
final class StepRunner {

    private static final double STEP_MILLIS = 10_000;
    private static final String ASSERTION_MESSAGE = "message='";

    private final Page page;
    private final Runnable beforeNavigation;
    private final DoubleSupplier remainingMillis;

    StepRunner(Page page, Runnable beforeNavigation, DoubleSupplier remainingMillis) {
        this.page = page;
        this.beforeNavigation = beforeNavigation;
        this.remainingMillis = remainingMillis;
    }

    /** The failed step and why it failed; empty if it succeeded. */
    Optional<String> run(Step step) {
        String limit = DurationFormat.of(Duration.ofMillis(Math.round(limit())));
        try {
            return perform(step).map(reason -> LocalizedMessage.of("outcome.step.failed", StepText.of(step), reason)
                    .toString());
        } catch (TimeoutError timeout) {
            LocalizedMessage failure = LocalizedMessage.of("outcome.step.timeout", StepText.of(step), limit);
            return Optional.of(obstacle(step)
                    .map(reason -> LocalizedMessage.of("outcome.step.obstacle", failure, reason))
                    .orElse(failure)
                    .toString());
        } catch (PlaywrightException failure) {
            return Optional.of(LocalizedMessage.of("outcome.step.failed", StepText.of(step), firstLine(failure))
                    .toString());
        }
    }

    /** Why the step failed, if the browser does not say so itself. */
    private Optional<LocalizedMessage> perform(Step step) {
        if (step instanceof Step.Open open) {
            beforeNavigation.run();
            page.navigate(
                    open.url().href(),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD).setTimeout(limit()));
        } else if (step instanceof Step.Click click) {
            beforeNavigation.run();
            StepLocator.all(page, click.selector()).first().click(new Locator.ClickOptions().setTimeout(limit()));
        } else if (step instanceof Step.Fill fill) {
            beforeNavigation.run();
            if (fill.secret()) {
                hideValue(StepLocator.all(page, fill.selector()).first());
            }
            return new FieldFiller(page, this::limit).fill(StepLocator.all(page, fill.selector()), fill.value());
        } else if (step instanceof Step.Press press) {
            press(press);
        } else {
            await(step);
        }
        return Optional.empty();
    }

    /** Screenshots show dots, as in a password field. */
    private void hideValue(Locator field) {
        field.evaluate(
                "field => field.style?.setProperty('-webkit-text-security', 'disc', 'important')",
                null,
                new Locator.EvaluateOptions().setTimeout(limit()));
    }

    private Optional<LocalizedMessage> obstacle(Step step) {
        try {
            return step instanceof Step.Fill fill
                    ? new FieldFiller(page, this::limit).obstacle(StepLocator.all(page, fill.selector()))
                    : Optional.empty();
        } catch (PlaywrightException pageGone) {
            return Optional.empty();
        }
    }

    private void press(Step.Press press) {
        beforeNavigation.run();
        if (press.selector().isEmpty()) {
            page.keyboard().press(press.key());
        } else {
            StepLocator.all(page, press.selector())
                    .first()
                    .press(press.key(), new Locator.PressOptions().setTimeout(limit()));
        }
    }

    private void await(Step step) {
        if (step instanceof Step.Pause pause) {
            page.waitForTimeout(Math.min(pause.time().toMillis(), limit()));
        } else if (step instanceof Step.WaitFor wait) {
            visible(StepLocator.all(page, wait.selector()).first());
        } else if (step instanceof Step.Expect expect) {
            var found = StepLocator.all(page, expect.selector());
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

    /** The driver serializes the error as an object; only the first line of its message is useful to people. */
    private static String firstLine(PlaywrightException failure) {
        String message = String.valueOf(failure.getMessage());
        int at = message.indexOf(ASSERTION_MESSAGE);
        String assertion = at < 0 ? message : message.substring(at + ASSERTION_MESSAGE.length());
        return assertion.strip().lines().findFirst().orElse("refused");
    }
}
