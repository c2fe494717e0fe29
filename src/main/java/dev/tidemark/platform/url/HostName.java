package dev.tidemark.platform.url;

import com.ibm.icu.text.IDNA;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Converts host names to ASCII as browsers do (https://url.spec.whatwg.org/#concept-domain-to-ascii): UTS 46, non-transitional,
 * with any hyphens and with symbols such as the underscore.
 */
public final class HostName {

    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%";
    private static final IDNA UTS_46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** CheckHyphens is off, and lengths are checked below with a better message. */
    private static final Set<IDNA.Error> TOLERATED = EnumSet.of(
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private HostName() {}

    /**
     * The host of a URL, percent-encoded or not; an IPv4 address in any spelling becomes four decimal numbers.
     *
     * @throws InvalidValueException for a host that no browser can load
     */
    static String ofUrl(String written) {
        String ascii = toAscii(PercentEncoding.decode(written));
        return Ipv4Address.isMeant(ascii) ? Ipv4Address.normalized(ascii) : ascii;
    }

    /**
     * A name that DNS can have, in lower-case ASCII.
     *
     * @throws InvalidValueException for a name with a character that is not allowed, or with an empty or overlong label
     */
    public static String toAscii(String name) {
        String ascii = isPlain(name) ? name.toLowerCase(Locale.ROOT) : uts46(name);
        ascii.codePoints()
                .filter(one -> one < 0x20 || one == 0x7F || FORBIDDEN.indexOf(one) >= 0)
                .findFirst()
                .ifPresent(one -> {
                    throw new InvalidValueException("validation.host.character", name, CharacterName.of(one));
                });
        checkLengths(name, ascii);
        return ascii;
    }

    /** For a name that may be invalid; {@code münchen.example}, {@code MÜNCHEN.example} and {@code xn--mnchen-3ya.example} are the same. */
    public static Optional<String> tryToAscii(String name) {
        try {
            return Optional.of(toAscii(name));
        } catch (InvalidValueException noName) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(one -> one < 0x80)
                && !(("." + name).toLowerCase(Locale.ROOT).contains(".xn--"));
    }

    private static String uts46(String name) {
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS_46.nameToASCII(name, new StringBuilder(), info).toString();
        if (!TOLERATED.containsAll(info.getErrors())) {
            throw name.codePoints()
                    .filter(HostName::isDisallowed)
                    .mapToObj(
                            one -> new InvalidValueException("validation.host.character", name, CharacterName.of(one)))
                    .findFirst()
                    .orElseGet(() -> new InvalidValueException("validation.host.idna", name));
        }
        return ascii;
    }

    private static boolean isDisallowed(int one) {
        IDNA.Info info = new IDNA.Info();
        UTS_46.nameToASCII(Character.toString(one), new StringBuilder(), info);
        return info.getErrors().contains(IDNA.Error.DISALLOWED);
    }

    /** A trailing dot is allowed: it makes the name absolute. */
    private static void checkLengths(String name, String ascii) {
        String relative = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        for (String label : relative.split("\\.", -1)) {
            if (label.isEmpty()) {
                throw new InvalidValueException("validation.host.emptyLabel", name);
            }
            if (label.length() > MAX_LABEL) {
                throw new InvalidValueException("validation.host.longLabel", name, label, MAX_LABEL);
            }
        }
        if (relative.length() > MAX_NAME) {
            throw new InvalidValueException("validation.host.longName", name, MAX_NAME);
        }
    }
}
