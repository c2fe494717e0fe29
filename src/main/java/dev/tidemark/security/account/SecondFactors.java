package dev.tidemark.security.account;

import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One-time passwords as second factor of users, with recovery codes. Every code is accepted once, on all nodes together. */
@ApplicationScoped
public class SecondFactors {

    static final int RECOVERY_CODES = 10;

    private static final Logger LOG = Logger.getLogger(SecondFactors.class.getName());
    private static final String AUDITED_AS = "second-factor";

    private static final String CONFIRM = """
            UPDATE second_factor SET confirmed_at = ?3, last_step = ?2 WHERE account = ?1 AND confirmed_at IS NULL""";

    private static final String USE_STEP = """
            UPDATE second_factor SET last_step = ?2
            WHERE account = ?1 AND confirmed_at IS NOT NULL AND last_step < ?2""";

    private static final String BEGIN = """
            INSERT INTO second_factor (account, secret, created_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING""";

    private static final String MISSING = """
            SELECT count(*) FROM account a WHERE a.name = ?1 AND a.issuer IS NULL AND NOT EXISTS
                (SELECT 1 FROM second_factor f WHERE f.account = a.name AND f.confirmed_at IS NOT NULL)""";

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;

    @Inject
    public SecondFactors(Clock clock) {
        this.clock = clock;
    }

    SecondFactors(EntityManager entities, Clock clock) {
        this(clock);
        this.entities = entities;
    }

    /** Whether the user has to enter a code at each sign-in. */
    public boolean isActive(String user) {
        return activeAmong(List.of(user)).contains(user);
    }

    /** Whether the user signs in with a password and nothing else. */
    boolean isMissing(String user) {
        return ((Number) query(MISSING, user).getSingleResult()).intValue() > 0;
    }

    /** Those users who have a second factor. */
    public Set<String> activeAmong(Collection<String> users) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT account FROM second_factor WHERE confirmed_at IS NOT NULL AND account = ANY (string_to_array(?1, ','))")
                .setParameter(1, String.join(",", users))
                .getResultList();
        return rows.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** The secret to be entered in an app. It is the same until it is confirmed; afterwards there is none to be shown. */
    @Transactional
    public Optional<TotpSecret> begin(String user) {
        query(BEGIN, user)
                .setParameter(2, field(user).encrypt(TotpSecret.generate().base32()))
                .setParameter(3, now())
                .executeUpdate();
        return isActive(user) ? Optional.empty() : secret(user);
    }

    /**
     * Activates the second factor with a first code.
     *
     * @return recovery codes, to be shown once; empty if the code is wrong
     */
    @Transactional
    public Optional<List<String>> confirm(String user, String code) {
        OptionalLong step = step(user, code);
        if (step.isEmpty()
                || query(CONFIRM, user)
                                .setParameter(2, step.getAsLong())
                                .setParameter(3, now())
                                .executeUpdate()
                        == 0) {
            return Optional.empty();
        }
        AuditLog.record(entities, AuditChange.created(AUDITED_AS, user, Map.of()));
        LOG.info(() -> user + " set up a second factor");
        return Optional.of(replaceRecoveryCodes(user));
    }

    /** Accepts a code of the app or a recovery code, which then is used up. */
    @Transactional
    public boolean accept(String user, String entered) {
        String code = entered.replaceAll("[\\s-]", "");
        OptionalLong step = step(user, code);
        if (step.isPresent()) {
            return query(USE_STEP, user).setParameter(2, step.getAsLong()).executeUpdate() == 1;
        }
        boolean recovered = query("DELETE FROM recovery_code WHERE account = ?1 AND code_hash = ?2", user)
                        .setParameter(2, RecoveryCode.hash(code))
                        .executeUpdate()
                == 1;
        if (recovered) {
            AuditLog.record(entities, AuditChange.action("recovery-code", AUDITED_AS, user, Map.of()));
            LOG.warning(() -> user + " used a recovery code; " + recoveryCodesLeft(user) + " are left");
        }
        return recovered;
    }

    public long recoveryCodesLeft(String user) {
        return ((Number) query("SELECT count(*) FROM recovery_code WHERE account = ?1", user)
                        .getSingleResult())
                .longValue();
    }

    /**
     * Removes the second factor of a user, also one that was not confirmed.
     *
     * @param by the user who makes the change
     * @return whether there was an active one
     */
    @Transactional
    public boolean remove(String user, String by) {
        boolean active = isActive(user);
        query("DELETE FROM recovery_code WHERE account = ?1", user).executeUpdate();
        query("DELETE FROM second_factor WHERE account = ?1", user).executeUpdate();
        if (active) {
            AuditLog.record(entities, AuditChange.deleted(AUDITED_AS, user, Map.of()));
            LOG.info(() -> by + " removed the second factor of " + user);
        }
        return active;
    }

    private List<String> replaceRecoveryCodes(String user) {
        query("DELETE FROM recovery_code WHERE account = ?1", user).executeUpdate();
        List<String> codes =
                Stream.generate(RecoveryCode::generate).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> query("INSERT INTO recovery_code (account, code_hash) VALUES (?1, ?2)", user)
                .setParameter(2, RecoveryCode.hash(code))
                .executeUpdate());
        return codes;
    }

    private OptionalLong step(String user, String code) {
        return secret(user).map(secret -> secret.step(code, clock.instant())).orElse(OptionalLong.empty());
    }

    private Optional<TotpSecret> secret(String user) {
        List<?> rows = query("SELECT secret FROM second_factor WHERE account = ?1", user)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(stored -> new TotpSecret(field(user).decrypt((String) stored)));
    }

    private Query query(String sql, String user) {
        return entities.createNativeQuery(sql).setParameter(1, user);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static EncryptedField field(String user) {
        return new EncryptedField("second_factor", "secret", user);
    }
}
