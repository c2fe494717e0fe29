package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignInFormTest {

    private static final SignInForm.Ways BOTH = new SignInForm.Ways(true, true);

    @Nested
    class GivenTheForm {

        @Test
        void whenTheInputContainsMarkup_thenItIsEscaped() {
            assertThat(SignInForm.html(
                            BOTH, "\"><script>", "/a\"><script>", LocalizedMessage.verbatim("<b>"), Messages.ENGLISH))
                    .doesNotContain("<script>", "<b>");
        }

        @Test
        void whenAUserNameWasEntered_thenItIsKept() {
            assertThat(SignInForm.html(BOTH, "ada", "/", LocalizedMessage.verbatim("No"), Messages.ENGLISH))
                    .contains("value=\"ada\"");
            assertThat(SignInForm.html(BOTH, null, "/", LocalizedMessage.EMPTY, Messages.ENGLISH))
                    .contains("value=\"admin\"");
        }

        @Test
        void whenOneWayIsOffered_thenTheOtherIsNotShown() {
            assertThat(SignInForm.html(
                            new SignInForm.Ways(true, false), null, "/", LocalizedMessage.EMPTY, Messages.ENGLISH))
                    .contains("name=\"password\"")
                    .doesNotContain("/login/oidc");
            assertThat(SignInForm.html(
                            new SignInForm.Ways(false, true), null, "/a?b=c", LocalizedMessage.EMPTY, Messages.ENGLISH))
                    .contains("href=\"/login/oidc?to=%2Fa%3Fb%3Dc\"")
                    .doesNotContain("name=\"password\"");
        }
    }
}
