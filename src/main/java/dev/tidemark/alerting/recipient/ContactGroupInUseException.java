package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** A contact group cannot be deleted, because a probe or another group refers to it. */
public final class ContactGroupInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedMessage localizedMessage;

    ContactGroupInUseException(String id, ContactGroupUsage use) {
        this(LocalizedMessage.of("problem.contactGroup.inUse", id, use.text()));
    }

    private ContactGroupInUseException(LocalizedMessage said) {
        super(said.toString());
        this.localizedMessage = said;
    }

    public LocalizedMessage localizedMessage() {
        return localizedMessage;
    }
}
