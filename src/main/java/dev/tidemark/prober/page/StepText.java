package dev.tidemark.prober.page;

import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Describes a step. The value of a fill step is never shown, as it may be a secret. */
final class StepText {

    private StepText() {}

    static LocalizedMessage of(Step step) {
        if (step instanceof Step.Open open) {
            return LocalizedMessage.of("step.open", open.url());
        } else if (step instanceof Step.Click click) {
            return LocalizedMessage.of("step.click", click.selector());
        } else if (step instanceof Step.Fill fill) {
            return LocalizedMessage.of("step.fill", fill.selector());
        } else if (step instanceof Step.Press press) {
            return LocalizedMessage.of("step.press", press.key());
        } else if (step instanceof Step.WaitFor wait) {
            return LocalizedMessage.of("step.waitFor", wait.selector());
        } else if (step instanceof Step.Expect expect) {
            return expect.text().isEmpty()
                    ? LocalizedMessage.of("step.expect", expect.selector())
                    : LocalizedMessage.of("step.expectText", expect.selector(), expect.text());
        }
        return LocalizedMessage.of("step.pause");
    }
}
