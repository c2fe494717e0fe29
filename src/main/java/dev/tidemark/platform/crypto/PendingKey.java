package dev.tidemark.platform.crypto;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * A new key that is not used yet.
 *
 * @param key its id
 * @param origin the setting or file that contains it
 * @param nodes the running nodes that do not have it
 */
public record PendingKey(String key, String origin, List<String> nodes) {

    public LocalizedMessage message() {
        return LocalizedMessage.of("encryption.key.pending", key, origin, LocalizedMessage.list(nodes));
    }
}
