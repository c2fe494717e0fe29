package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** A contact group cannot be deleted, because a probe or another group refers to it. */
public final class ContactGroupInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedMessage localizedMessage;

    ContactGroupInUseException(String id, ContactGroupUsage usage) {
        this(LocalizedMessage.of("problem.contactGroup.inUse", id, usage.text()));
    }

    private ContactGroupInUseException(LocalizedMessage localizedMessage) {
        super(localizedMessage.toString());
        this.localizedMessage = localizedMessage;
    }

    public LocalizedMessage localizedMessage() {
        return localizedMessage;
    }
}
