package dev.tidemark.platform.url;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address.
 *
 * @param local the part before the @, as written
 * @param domain in lower-case ASCII (RFC 5891), because few mail servers take anything else
 */
public record MailAddress(String local, String domain) {

    /** An atom with dots between (RFC 5321, 4.1.2), and characters beyond ASCII (RFC 6531, 3.3). */
    private static final Pattern LOCAL =
            Pattern.compile("[^\\s\\p{Cntrl}@<>,;:\"()\\[\\]\\\\.]+(\\.[^\\s\\p{Cntrl}@<>,;:\"()\\[\\]\\\\.]+)*");

    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final int MAX_LOCAL = 64;

    /** @throws InvalidValueException for anything that is no e-mail address */
    public static MailAddress parse(String text) {
        int at = text.lastIndexOf('@');
        String local = at < 0 ? "" : text.substring(0, at);
        String domain = HostName.toAscii(text.substring(at + 1));
        if (!LOCAL.matcher(local).matches()
                || local.length() > MAX_LOCAL
                || !LABELS.matcher(domain).matches()) {
            throw new InvalidValueException("validation.mailAddress.invalid", text);
        }
        return new MailAddress(local, domain);
    }

    /** The form for mail servers and headers. */
    public String address() {
        return local + "@" + domain;
    }

    /** Whether only a mail server with SMTPUTF8 (RFC 6531) can deliver to it. */
    public boolean needsSmtpUtf8() {
        return local.chars().anyMatch(one -> one >= 0x80);
    }

    /**
     * Equal for addresses of one mailbox. Only the domain has no case by RFC 5321, but no mail server in use gives two people
     * addresses that differ in case.
     */
    public String mailbox() {
        return Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT) + "@" + domain;
    }
}
