package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** A contact group cannot be deleted, because it is in use. The message can be shown to people. */
public final class ContactGroupInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContactGroupInUseException(String id, ContactGroupUsage use) {
        super(LocalizedMessage.of("recipient.use.conflict", id, use.words()).toString());
    }
}
