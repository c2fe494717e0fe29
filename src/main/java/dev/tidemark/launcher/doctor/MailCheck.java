package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Talks to the mail server as the product does, without sending: greeting, EHLO, STARTTLS, authentication. */
final class MailCheck implements InstallationCheck {
    private static final int REFUSED = 500;
    private static final String SETTINGS =
            "Check TIDEMARK_SMTP_HOST, TIDEMARK_SMTP_PORT, TIDEMARK_SMTP_STARTTLS and TIDEMARK_SMTP_IMPLICIT_TLS.";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) {
        Map<String, String> product = settings.product();
        String host = product.getOrDefault("TIDEMARK_SMTP_HOST", "");
        if (host.isEmpty()) {
            return List.of(Finding.warning(
                    name(),
                    "No mail server is configured: notifications are not sent by e-mail.",
                    "Set TIDEMARK_SMTP_HOST."));
        }
        int port = Integer.parseInt(product.getOrDefault("TIDEMARK_SMTP_PORT", "587"));
        boolean implicitTls = Boolean.parseBoolean(product.getOrDefault("TIDEMARK_SMTP_IMPLICIT_TLS", "false"));
        boolean startTls = Boolean.parseBoolean(product.getOrDefault("TIDEMARK_SMTP_STARTTLS", "true"));
        try (SmtpConnection connection = SmtpConnection.open(host, port, implicitTls)) {
            return List.of(converse(connection, product, startTls, host + ":" + port));
        } catch (IOException failed) {
            return List.of(Finding.failed(
                    name(),
                    "The mail server " + host + ":" + port + " cannot be used: " + Report.reason(failed) + ".",
                    SETTINGS));
        }
    }

    private Finding converse(SmtpConnection connection, Map<String, String> product, boolean startTls, String server)
            throws IOException {
        SmtpReply ehlo = connection.hello();
        if (startTls) {
            if (!ehlo.offers("STARTTLS")) {
                return Finding.failed(
                        name(),
                        "The mail server " + server + " does not offer STARTTLS, which is required.",
                        "Use port 465 with TIDEMARK_SMTP_IMPLICIT_TLS=true, or set TIDEMARK_SMTP_STARTTLS=false for a server in your own network.");
            }
            connection.startTls();
            ehlo = connection.hello();
        }
        String user = product.getOrDefault("TIDEMARK_SMTP_USER", "");
        if (user.isEmpty()) {
            return Finding.ok(
                    name(), "The mail server " + server + " responds to EHLO" + (startTls ? " after STARTTLS." : "."));
        }
        if (!ehlo.offers("AUTH")) {
            return Finding.failed(
                    name(),
                    "The mail server " + server + " does not offer authentication, and TIDEMARK_SMTP_USER is set.",
                    startTls
                            ? "Remove TIDEMARK_SMTP_USER and TIDEMARK_SMTP_PASSWORD, or use the server's submission port."
                            : SETTINGS);
        }
        SmtpReply login = connection.authenticate(ehlo, user, product.getOrDefault("TIDEMARK_SMTP_PASSWORD", ""));
        return login.code() >= REFUSED || login.code() / 100 == 4
                ? Finding.failed(
                        name(),
                        "The mail server " + server + " rejects the credentials of " + user + ": " + login.text(),
                        "Check TIDEMARK_SMTP_USER and TIDEMARK_SMTP_PASSWORD.")
                : Finding.ok(name(), "The mail server " + server + " accepts the credentials of " + user + ".");
    }
}
