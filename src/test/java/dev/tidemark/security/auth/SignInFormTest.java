package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignInFormTest {

    private static final SignInForm.Ways BOTH = new SignInForm.Ways(true, true);
    private static final SignInForm FORM = new SignInForm(new BasePath(""), Messages.ENGLISH);

    @Nested
    class GivenTheForm {

        @Test
        void whenTheInputContainsMarkup_thenItIsEscaped() {
            assertThat(FORM.html(BOTH, "\"><script>", "/a\"><script>", LocalizedMessage.verbatim("<b>")))
                    .doesNotContain("<script>", "<b>");
        }

        @Test
        void whenAUserNameWasEntered_thenItIsKept() {
            assertThat(FORM.html(BOTH, "ada", "/", LocalizedMessage.verbatim("No")))
                    .contains("value=\"ada\"");
            assertThat(FORM.html(BOTH, null, "/", LocalizedMessage.EMPTY)).contains("value=\"admin\"");
        }

        @Test
        void whenThereIsABasePath_thenLinksAndFormsHaveIt_butNotThePathToReturnTo() {
            SignInForm below = new SignInForm(new BasePath("/tidemark"), Messages.ENGLISH);

            assertThat(below.html(BOTH, null, "/probes/shop", LocalizedMessage.EMPTY))
                    .contains(
                            "action=\"/tidemark/login\"",
                            "href=\"/tidemark/login/oidc?to=%2Fprobes%2Fshop\"",
                            "src=\"/tidemark/assets/newest/icon.svg\"",
                            "name=\"to\" value=\"/probes/shop\"");
            assertThat(below.codeHtml("/", LocalizedMessage.EMPTY)).contains("action=\"/tidemark/login/code\"");
        }

        @Test
        void whenOneWayIsOffered_thenTheOtherIsNotShown() {
            assertThat(FORM.html(new SignInForm.Ways(true, false), null, "/", LocalizedMessage.EMPTY))
                    .contains("name=\"password\"")
                    .doesNotContain("/login/oidc");
            assertThat(FORM.html(new SignInForm.Ways(false, true), null, "/a?b=c", LocalizedMessage.EMPTY))
                    .contains("href=\"/login/oidc?to=%2Fa%3Fb%3Dc\"")
                    .doesNotContain("name=\"password\"");
        }
    }
}
