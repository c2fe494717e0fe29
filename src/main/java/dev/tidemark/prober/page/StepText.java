package dev.tidemark.prober.page;

import dev.tidemark.model.probe.Step;

/** A step as a sentence names it. What is filled in is never shown: it may be a secret. */
final class StepText {

    private StepText() {}

    static String of(Step step) {
        if (step instanceof Step.Open open) {
            return "open " + open.url();
        } else if (step instanceof Step.Click click) {
            return "click " + click.selector();
        } else if (step instanceof Step.Fill fill) {
            return "fill " + fill.selector();
        } else if (step instanceof Step.Press press) {
            return "press " + press.key();
        } else if (step instanceof Step.WaitFor wait) {
            return "wait for " + wait.selector();
        } else if (step instanceof Step.Expect expect) {
            return "expect " + expect.selector() + (expect.text().isEmpty() ? "" : " with \"" + expect.text() + "\"");
        }
        return "wait";
    }
}
