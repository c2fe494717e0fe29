package dev.tidemark.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.FieldErrors.FieldError;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {

    private static ValidationError fault(String pointer, String detail) {
        return new ValidationError(new SourceLocation("", 0, pointer), LocalizedMessage.verbatim(detail));
    }

    @Nested
    class GivenTwoErrorsOfAFieldAndOneOfNone {

        private final FieldErrors faults = FieldErrors.of(
                List.of(fault("/name", "too long"), fault("", "too late"), fault("/name", "not a name")),
                fault -> fault.place().pointer().replaceFirst("^/", ""));

        @Test
        void thenTheInputHasBoth() {
            assertThat(faults.at("name")).asString().isEqualTo("too long not a name");
            assertThat(faults.at("url")).asString().isEmpty();
            assertThat(faults.isEmpty()).isFalse();
        }

        @Test
        void thenAllAreGroupedByField() {
            assertThat(faults.all())
                    .containsExactly(
                            new FieldError("name", LocalizedMessage.verbatim("too long")),
                            new FieldError("name", LocalizedMessage.verbatim("not a name")),
                            new FieldError("", LocalizedMessage.verbatim("too late")));
        }
    }

    @Nested
    class GivenNone {

        @Test
        void whenOneIsAdded_thenItIsIncluded() {
            FieldErrors faults = FieldErrors.none();
            assertThat(faults.isEmpty()).isTrue();

            faults.add("name", LocalizedMessage.verbatim("too long"));

            assertThat(faults.all()).containsExactly(new FieldError("name", LocalizedMessage.verbatim("too long")));
        }
    }
}
