package dev.tidemark.dashboard;

import dev.tidemark.catalogue.ProbeFiles;
import dev.tidemark.delivery.Backlog;
import dev.tidemark.delivery.Letter;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.delivery.Recipient;
import dev.tidemark.document.Fault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator looks after: letters that did not arrive, probe files with faults, how mail is set up. */
@Named
@RequestScoped
public class SettingsPage {

    private final Outbox outbox;
    private final ProbeFiles files;
    private final Optional<String> smtpHost;
    private List<Letter> unsent = List.of();
    private Backlog backlog = new Backlog(0, 0);

    protected SettingsPage() {
        this(null, null, Optional.empty());
    }

    @Inject
    public SettingsPage(
            Outbox outbox, ProbeFiles files, @ConfigProperty(name = "tidemark.smtp.host") Optional<String> smtpHost) {
        this.outbox = outbox;
        this.files = files;
        this.smtpHost = smtpHost;
    }

    public void load() {
        unsent = outbox.unsent();
        backlog = outbox.backlog();
    }

    public List<Letter> getUnsent() {
        return unsent;
    }

    /** To whom a letter goes; of a webhook the host alone. */
    public String to(Letter letter) {
        return Recipient.shown(letter.recipient());
    }

    public Backlog getBacklog() {
        return backlog;
    }

    public List<Fault> getFaults() {
        return files.faults();
    }

    public boolean isMailSetUp() {
        return smtpHost.filter(host -> !host.isBlank()).isPresent();
    }

    public String getMailServer() {
        return smtpHost.orElse("");
    }
}
