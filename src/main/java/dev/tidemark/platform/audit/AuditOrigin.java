package dev.tidemark.platform.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who makes the changes of the current thread, and from where. It belongs to the thread, so that the code that changes something
 * need not pass it on.
 *
 * @param address of the client; empty when the change does not come over the network
 */
public record AuditOrigin(AuditActor actor, Channel channel, Optional<String> address) {

    private static final AuditOrigin SYSTEM = new AuditOrigin(AuditActor.SYSTEM, Channel.SYSTEM, Optional.empty());
    private static final ThreadLocal<AuditOrigin> CURRENT = ThreadLocal.withInitial(() -> SYSTEM);

    /** The way that a change was made. The names of the constants are stored, and used as labels by the API. */
    public enum Channel {
        PAGE,
        API,
        FILE,
        SETTING,
        MAIL,
        SYSTEM;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The origin of changes in the current thread; Tidemark itself unless an origin is open. */
    public static AuditOrigin current() {
        return CURRENT.get();
    }

    /** Whether the change is made by somebody else than Tidemark itself. */
    public boolean isByOthers() {
        return channel != Channel.SYSTEM;
    }

    /** The same way and address with another author. */
    public AuditOrigin by(AuditActor other) {
        return new AuditOrigin(other, channel, address);
    }

    /** Attributes the changes that the work makes in this thread to this origin. */
    public <T> T supply(Supplier<T> work) {
        AuditOrigin outer = begin();
        try {
            return work.get();
        } finally {
            outer.resume();
        }
    }

    /** Attributes the changes that the work makes in this thread to this origin. */
    public void run(Runnable work) {
        supply(() -> {
            work.run();
            return this;
        });
    }

    /** Attributes the changes of this thread to this origin; returns the one to {@link #resume} afterwards. */
    public AuditOrigin begin() {
        AuditOrigin outer = CURRENT.get();
        CURRENT.set(this);
        return outer;
    }

    /** Attributes the changes of this thread to this origin again. */
    public void resume() {
        if (equals(SYSTEM)) {
            CURRENT.remove();
        } else {
            CURRENT.set(this);
        }
    }
}
