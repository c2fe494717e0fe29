package dev.tidemark.alerting.delivery;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server refused, by its reply: https://www.rfc-editor.org/rfc/rfc5321#section-4.2 */
record MailFailure(MessagingException failure) {

    /** Shutting down, or too busy for this connection. */
    private static final int NOT_AVAILABLE = 421;

    /** The message is too large: the only reply to MAIL that is about the message. */
    private static final int TOO_LARGE = 552;

    /** Whether the server has decided about the message, rather than failed. */
    boolean isPermanent() {
        return failure instanceof SMTPSendFailedException send && send.getReturnCode() / 100 == 5;
    }

    /**
     * Whether the server would have refused any message: it closes the connection on its own accord, requires another
     * authentication, has no space, or does not accept the sender.
     */
    boolean isOfServer() {
        if (failure instanceof SMTPSendFailedException send) {
            return send.getReturnCode() == NOT_AVAILABLE
                    || String.valueOf(send.getCommand()).startsWith("MAIL") && send.getReturnCode() != TOO_LARGE;
        }
        for (Exception next = failure.getNextException(); next instanceof MessagingException; ) {
            if (next instanceof SMTPAddressFailedException address && address.getReturnCode() == NOT_AVAILABLE) {
                return true;
            }
            next = ((MessagingException) next).getNextException();
        }
        return false;
    }
}
