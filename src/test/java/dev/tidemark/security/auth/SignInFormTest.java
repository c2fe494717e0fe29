package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignInFormTest {

    @Nested
    class GivenTheForm {

        @Test
        void whenTheInputContainsMarkup_thenItIsEscaped() {
            assertThat(SignInForm.html(
                            "\"><script>", "/a\"><script>", LocalizedMessage.verbatim("<b>"), Messages.ENGLISH))
                    .doesNotContain("<script>", "<b>");
        }

        @Test
        void whenAUserNameWasEntered_thenItIsKept() {
            assertThat(SignInForm.html("ada", "/", LocalizedMessage.verbatim("No"), Messages.ENGLISH))
                    .contains("value=\"ada\"");
            assertThat(SignInForm.html(null, "/", LocalizedMessage.EMPTY, Messages.ENGLISH))
                    .contains("value=\"admin\"");
        }
    }
}
