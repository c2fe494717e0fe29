package dev.tidemark.security.account;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules for new passwords: long enough, and not among the first that somebody would guess. No rule demands certain characters, as
 * https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver recommends. Existing passwords stay valid.
 */
public final class PasswordRules {

    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 200;

    /** Of zxcvbn's scores 0 to 4: at least 10^8 guesses. */
    private static final int MIN_SCORE = 3;

    /** The estimate takes time that grows faster than the length. */
    private static final int MAX_ESTIMATED = 64;

    private static final List<String> PRODUCT = List.of("tidemark", "wildfly", "monitoring", "password");
    private static final Zxcvbn ESTIMATOR = new Zxcvbn();

    private PasswordRules() {}

    /**
     * Requires a password that may be set.
     *
     * @param user whose password it becomes
     * @throws InvalidValueException with the reason; the message does not contain the password
     */
    public static String require(String password, String user) {
        objection(password, user).ifPresent(reason -> {
            throw new InvalidValueException(reason);
        });
        return password;
    }

    /** The reason why a password may not be set; empty if it may. */
    static Optional<LocalizedMessage> objection(String password, String user) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return Optional.of(LocalizedMessage.of("validation.password.length", MIN_LENGTH, MAX_LENGTH));
        }
        return Stream.of(head(password), tail(password))
                .map(part -> ESTIMATOR.measure(part, related(user)))
                .max(Comparator.comparing(Strength::getGuessesLog10))
                .filter(strength -> strength.getScore() < MIN_SCORE)
                .map(PasswordRules::reason);
    }

    private static String head(String password) {
        return password.substring(0, Math.min(password.length(), MAX_ESTIMATED));
    }

    private static String tail(String password) {
        return password.substring(Math.max(0, password.length() - MAX_ESTIMATED));
    }

    /** The name, also in its parts: {@code ada.lovelace@shop.example}. */
    private static List<String> related(String user) {
        return Stream.concat(
                        PRODUCT.stream(), Stream.concat(Stream.of(user), Stream.of(user.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
    }

    /** Names the part of the password that most of it consists of. */
    private static LocalizedMessage reason(Strength strength) {
        Match longest = strength.getSequence().stream()
                .max(Comparator.comparingInt(match -> match.token.length()))
                .orElseThrow();
        return LocalizedMessage.of("validation.password." + kind(longest));
    }

    private static String kind(Match match) {
        if (match.pattern == Pattern.Repeat || match.pattern == Pattern.Sequence) {
            return "repeated";
        }
        if (match.pattern == Pattern.Spatial) {
            return "keyboard";
        }
        if (match.pattern != Pattern.Dictionary) {
            return "guessable";
        }
        return switch (match.dictionaryName) {
            case "passwords" -> "common";
            case "user_inputs" -> "related";
            default -> "guessable";
        };
    }
}
