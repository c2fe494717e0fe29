package dev.tidemark.alerting.notification;

import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed links that let a recipient act without signing in. Each contains the permitted action and the recipient. */
@ApplicationScoped
public class SignedLinks {

    /** The validity of a link to acknowledge. */
    static final Duration VALIDITY = Duration.ofDays(7);

    private static final String UNSUBSCRIBE = "unsubscribe";
    private static final String ACKNOWLEDGE = "acknowledge";
    private static final int KEY_BYTES = 32;
    private static final EncryptedField KEY_FIELD = new EncryptedField("link_key", "key", "1");

    private final PageUrls links;
    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    SignedLinks(PageUrls links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    SignedLinks(PageUrls links, Clock clock, EntityManager database) {
        this(links, clock);
        this.database = database;
    }

    /** Valid indefinitely, so that the same link can subscribe again. */
    @Transactional
    public String unsubscribe(String recipient) {
        return url(UNSUBSCRIBE, String.join("\n", UNSUBSCRIBE, recipient));
    }

    /** Valid once, for a week. */
    @Transactional
    public String acknowledge(UUID incident, String recipient) {
        long until = clock.instant().plus(VALIDITY).getEpochSecond();
        return url(ACKNOWLEDGE, String.join("\n", ACKNOWLEDGE, incident.toString(), "" + until, recipient));
    }

    /** The recipient of a link to unsubscribe; empty for an invalid token. */
    @Transactional
    public Optional<String> unsubscribeRecipient(String token) {
        return verify(token)
                .filter(parts -> parts.size() == 2 && parts.get(0).equals(UNSUBSCRIBE))
                .map(parts -> parts.get(1));
    }

    /** The incident and recipient of a link to acknowledge; empty for a token that is invalid, expired or used. */
    @Transactional
    public Optional<AcknowledgeLink> acknowledgeLink(String token) {
        return verify(token)
                .filter(parts -> parts.size() == 4 && parts.get(0).equals(ACKNOWLEDGE))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.get(2)))))
                .filter(parts -> !isUsed(token))
                .map(parts -> new AcknowledgeLink(UUID.fromString(parts.get(1)), parts.get(3)));
    }

    /** Marks a link as used; false when it was used before. */
    @Transactional
    public boolean markUsed(String token) {
        return database.createNativeQuery(
                                "INSERT INTO used_link (hash, used_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                        .setParameter(1, hash(token))
                        .setParameter(2, NotificationEntity.utc(clock.instant()))
                        .executeUpdate()
                == 1;
    }

    /** An acknowledgement of an incident by one of its recipients. */
    public record AcknowledgeLink(UUID incident, String recipient) {}

    private boolean isUsed(String token) {
        return !database.createNativeQuery("SELECT 1 FROM used_link WHERE hash = ?1")
                .setParameter(1, hash(token))
                .getResultList()
                .isEmpty();
    }

    private String url(String page, String payload) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "." + signature(payload);
        return links.mailLink(page) + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private Optional<List<String>> verify(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String payload = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
            boolean valid = MessageDigest.isEqual(given, signature(payload).getBytes(StandardCharsets.UTF_8));
            return valid ? Optional.of(List.of(payload.split("\n"))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private String signature(String payload) {
        return HmacSignature.of(key(), payload).substring("v1=".length());
    }

    private String key() {
        byte[] newKey = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(newKey);
        database.createNativeQuery("INSERT INTO link_key (id, key) VALUES (1, ?1) ON CONFLICT DO NOTHING")
                .setParameter(1, KEY_FIELD.encrypt(HexFormat.of().formatHex(newKey)))
                .executeUpdate();
        return KEY_FIELD.decrypt((String) database.createNativeQuery("SELECT key FROM link_key WHERE id = 1")
                .getSingleResult());
    }

    /** The signature, which identifies the token. */
    private static String hash(String token) {
        return token.substring(token.indexOf('.') + 1);
    }
}
