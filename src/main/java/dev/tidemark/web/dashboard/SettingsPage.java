package dev.tidemark.web.dashboard;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.alerting.notification.UndeliveredNotifications;
import dev.tidemark.config.catalog.ProbeFiles;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.browser.BrowserWarnings;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings page: failed notifications, errors in probe files, e-mail configuration. */
@PageRoute(value = "/settings", view = "/dashboard/settings.xhtml")
@Named
@RequestScoped
public class SettingsPage {

    private final Outbox outbox;
    private final ProbeFiles files;
    private final BrowserWarnings browser;
    private final Optional<String> smtpHost;
    private List<Notification> unsent = List.of();
    private UndeliveredNotifications backlog = new UndeliveredNotifications(0, 0);

    @Inject
    public SettingsPage(
            Outbox outbox,
            ProbeFiles files,
            BrowserWarnings browser,
            @ConfigProperty(name = "tidemark.smtp.host") Optional<String> smtpHost) {
        this.outbox = outbox;
        this.files = files;
        this.browser = browser;
        this.smtpHost = smtpHost;
    }

    public void load() {
        unsent = outbox.undelivered();
        backlog = outbox.backlog();
    }

    public List<Notification> getUnsent() {
        return unsent;
    }

    /** The recipient of a notification; only the host of a webhook. */
    public LocalizedMessage recipient(Notification notification) {
        return RecipientDisplay.display(notification.recipient());
    }

    public UndeliveredNotifications getBacklog() {
        return backlog;
    }

    public List<LocalizedMessage> getProbeFileErrors() {
        return files.errors().stream().map(ValidationError::text).toList();
    }

    /** What admins should fix, a sentence each. */
    public List<LocalizedMessage> getBrowserWarnings() {
        return browser.current();
    }

    public boolean isMailSetUp() {
        return smtpHost.filter(host -> !host.isBlank()).isPresent();
    }

    public String getMailServer() {
        return smtpHost.orElse("");
    }
}
