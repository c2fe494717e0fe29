package dev.tidemark.platform.i18n;

/** Rejects a value from outside (a file, a request, a form). The message says what is wrong and how to fix it. */
public class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedMessage localizedMessage;

    public InvalidValueException(LocalizedMessage message) {
        super(message.toString());
        this.localizedMessage = message;
    }

    public InvalidValueException(LocalizedMessage message, Throwable cause) {
        super(message.toString(), cause);
        this.localizedMessage = message;
    }

    /**
     * @param key of the message in the bundle
     * @param arguments its arguments
     */
    public InvalidValueException(String key, Object... arguments) {
        this(LocalizedMessage.of(key, arguments));
    }

    /** The message for the language of the user who entered the value. */
    public LocalizedMessage localizedMessage() {
        return localizedMessage;
    }

    /** The message of an exception that rejected a value; the text of a library is passed on unchanged. */
    public static LocalizedMessage messageOf(RuntimeException rejected) {
        return rejected instanceof InvalidValueException known
                ? known.localizedMessage()
                : LocalizedMessage.of("validation.value.rejected", String.valueOf(rejected.getMessage()));
    }
}
