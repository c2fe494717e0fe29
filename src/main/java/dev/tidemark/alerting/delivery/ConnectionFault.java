package dev.tidemark.alerting.delivery;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Why a mail server cannot be used, and which setting to change.
 *
 * @param server the host name
 * @param port as set
 * @param implicitTls whether the connection begins with TLS
 */
record ConnectionFault(String server, String port, boolean implicitTls) {

    private static final String KEY = "notification.delivery.mail.";

    LocalizedMessage of(MessagingException failure) {
        List<Throwable> causes = causes(failure);
        String reason =
                String.valueOf(causes.get(causes.size() - 1).getMessage()).strip();
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return LocalizedMessage.of(KEY + "unknownHost", server);
        }
        if (causes.stream().anyMatch(CertificateException.class::isInstance)) {
            return LocalizedMessage.of(KEY + "certificate", server, reason);
        }
        if (isWithoutStartTls(failure)) {
            return LocalizedMessage.of(KEY + "noStartTls", server, port);
        }
        if (causes.stream().anyMatch(SSLException.class::isInstance)) {
            return LocalizedMessage.of(KEY + (implicitTls ? "noImplicitTls" : "tlsFailed"), server, port, reason);
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return LocalizedMessage.of(KEY + "refused", server, port, reason);
        }
        if (!implicitTls && isSilent(failure, causes)) {
            return LocalizedMessage.of(KEY + "silent", server, port);
        }
        return LocalizedMessage.of(KEY + "unreachable", server, reason);
    }

    /** Angus Mail has no exception type of its own for this. */
    private static boolean isWithoutStartTls(MessagingException failure) {
        return String.valueOf(failure.getMessage()).contains("does not support STARTTLS");
    }

    /** A server that expects TLS from the start waits for it, or closes the connection; Angus Mail reports response -1. */
    private static boolean isSilent(MessagingException failure, List<Throwable> causes) {
        return causes.stream().anyMatch(one -> one instanceof SocketTimeoutException || one instanceof EOFException)
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("response: -1");
    }

    private static List<Throwable> causes(MessagingException failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable next = failure;
        while (next != null && !causes.contains(next)) {
            causes.add(next);
            next = next instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : next.getCause();
        }
        return causes;
    }
}
