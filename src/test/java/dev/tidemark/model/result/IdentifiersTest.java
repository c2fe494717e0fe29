package dev.tidemark.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "-shop", "shop-", "a b", "shop/home"})
    void whenASlugIsInvalid_thenTheMessageDescribesAValidOne(String slug) {
        assertThatThrownBy(() -> new ProbeId(slug)).hasMessageContaining("\"" + slug + "\"");
    }

    @Test
    void whenASlugHas64Characters_thenItIsTakenAnd65AreNot() {
        assertThat(ProbeId.isValid("a".repeat(64))).isTrue();
        assertThat(ProbeId.isValid("a".repeat(65))).isFalse();
    }

    @Test
    void whenRunIdsAreMadeLater_thenTheySortLater() {
        RunId early = RunId.newAt(Instant.ofEpochMilli(1_700_000_000_000L));
        RunId late = RunId.newAt(Instant.ofEpochMilli(1_700_000_000_001L));

        assertThat(early.toString()).isLessThan(late.toString());
        assertThat(early.value().version()).isEqualTo(7);
        assertThat(early.value().variant()).isEqualTo(2);
        assertThat(RunId.parse(early.toString())).isEqualTo(early);
    }
}
