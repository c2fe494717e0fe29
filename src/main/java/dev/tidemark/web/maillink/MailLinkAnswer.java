package dev.tidemark.web.maillink;

import dev.tidemark.alerting.incident.Incident;

/**
 * What the page behind a letter's link says and offers.
 *
 * @param button what pressing it does; empty when there is nothing to press
 * @param undo whether the button takes something back
 * @param asksHours whether it asks for how long
 */
public record MailLinkAnswer(String title, String words, String button, boolean undo, boolean asksHours) {

    static final MailLinkAnswer WORTHLESS = new MailLinkAnswer(
            "This link does nothing any more",
            "It was used, is too old, or what it was about is over.",
            "",
            false,
            false);

    static MailLinkAnswer stay(String address) {
        return new MailLinkAnswer(
                "Letters to " + address, "This address is told of incidents.", "No more letters", false, false);
    }

    static MailLinkAnswer gone(String address) {
        return new MailLinkAnswer(
                "No more letters to " + address,
                "This address is told of nothing any more, by anybody here. This page can undo it at any time.",
                "Undo",
                true,
                false);
    }

    static MailLinkAnswer question(Incident incident) {
        return new MailLinkAnswer(
                incident.probeName() + ": " + incident.headline(),
                "Say that you look after it: reminders and escalation stop for as long.",
                "I look after it",
                false,
                true);
    }

    static MailLinkAnswer done(Incident incident) {
        return new MailLinkAnswer(
                incident.probeName() + ": " + incident.headline(),
                "Thank you: you look after it. Recovery will be told as always.",
                "",
                false,
                false);
    }
}
