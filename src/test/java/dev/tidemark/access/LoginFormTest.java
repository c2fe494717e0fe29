package dev.tidemark.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoginFormTest {

    @Nested
    class GivenTheForm {

        @Test
        void whenWhatWasTypedHoldsMarkup_thenItIsEscaped() {
            assertThat(LoginForm.html("\"><script>", "/a\"><script>", "<b>")).doesNotContain("<script>", "<b>");
        }

        @Test
        void whenAnotherUserWasTyped_thenTheyNeedNotTypeItAgain() {
            assertThat(LoginForm.html("ada", "/", "No")).contains("value=\"ada\"");
            assertThat(LoginForm.html(null, "/", "")).contains("value=\"admin\"");
        }
    }
}
