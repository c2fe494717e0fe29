package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignInFormTest {

    @Nested
    class GivenTheForm {

        @Test
        void whenWhatWasTypedHoldsMarkup_thenItIsEscaped() {
            assertThat(SignInForm.html("\"><script>", "/a\"><script>", "<b>")).doesNotContain("<script>", "<b>");
        }

        @Test
        void whenAnotherUserWasTyped_thenTheyNeedNotTypeItAgain() {
            assertThat(SignInForm.html("ada", "/", "No")).contains("value=\"ada\"");
            assertThat(SignInForm.html(null, "/", "")).contains("value=\"admin\"");
        }
    }
}
