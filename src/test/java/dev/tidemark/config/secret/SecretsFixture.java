package dev.tidemark.config.secret;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.SecretReference;
import java.util.Map;
import java.util.Optional;

/** Secrets without a database. */
public final class SecretsFixture {

    private SecretsFixture() {}

    /** A store with these values by name. */
    public static SecretStore of(Map<String, String> values) {
        return new SecretStore(null, null) {
            @Override
            public Probe resolve(Probe probe) {
                return SecretReference.resolve(probe, values);
            }

            @Override
            public String resolve(String recipient) {
                return SecretReference.resolve(recipient, name -> Optional.ofNullable(values.get(name)));
            }
        };
    }
}
