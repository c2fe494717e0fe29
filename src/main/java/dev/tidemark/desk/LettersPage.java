package dev.tidemark.desk;

import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.Letter;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.delivery.Recipient;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Part of the settings: letters that were given up, a try of a channel, and who has unsubscribed. */
@Named
@RequestScoped
public class LettersPage {

    private final Outbox outbox;
    private final Audience audience;

    protected LettersPage() {
        this(null, null);
    }

    @Inject
    public LettersPage(Outbox outbox, Audience audience) {
        this.outbox = outbox;
        this.audience = audience;
    }

    /** A letter that was given up. */
    public record Dead(String id, String to, String subject, String trouble) {}

    public List<Dead> getDead() {
        return outbox.unsent().stream()
                .filter(letter -> letter.deadAt().isPresent())
                .map(LettersPage::dead)
                .toList();
    }

    private static Dead dead(Letter letter) {
        return new Dead(
                letter.id().toString(),
                Recipient.shown(letter.recipient()),
                letter.notice().subject(),
                letter.trouble().orElse(""));
    }

    public List<String> getUnsubscribed() {
        return audience.unsubscribed();
    }
}
