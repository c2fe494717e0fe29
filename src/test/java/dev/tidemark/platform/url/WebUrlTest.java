package dev.tidemark.platform.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.i18n.InvalidValueException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

    @Nested
    class GivenAUrlAsPeoplePasteIt {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '·',
                quoteCharacter = '§',
                value = {
                    "HTTP://Shop.Example:8080/Path?Q=A#F · http://shop.example:8080/Path?Q=A#F",
                    "https://Shop.Example · https://shop.example/",
                    "http://x.example/p?family=Roboto|Open+Sans · http://x.example/p?family=Roboto|Open+Sans",
                    "http://x.example/p?filter={\"a\":1} · http://x.example/p?filter={%22a%22:1}",
                    "http://x.example/a^b`c · http://x.example/a%5Eb%60c",
                    "http://x.example/{id}/a b/\"c\"<d> · http://x.example/%7Bid%7D/a%20b/%22c%22%3Cd%3E",
                    "http://x.example/?a'b`c^d e[f]g\\h · http://x.example/?a%27b`c^d%20e[f]g\\h",
                    "http://x.example/#a`b{c}|^ d · http://x.example/#a%60b{c}|^%20d",
                    "http://x.example\\a\\..\\b · http://x.example/b",
                    "http:/x.example · http://x.example/",
                    "http:\\\\x.example · http://x.example/",
                    "http:x.example · http://x.example/",
                    "http:////x.example/ · http://x.example/",
                    "http://x.example/a/./b/../c/%2e%2E/d/. · http://x.example/a/d/",
                    "http://x.example/../.. · http://x.example/",
                    "http://x.example//a//b/ · http://x.example//a//b/",
                    "http://x.example?q · http://x.example/?q",
                    "http://x.example#f · http://x.example/#f",
                    "http://x.example/?# · http://x.example/?#",
                    "http://x.example/%?%z#%zz · http://x.example/%?%z#%zz",
                    "http://x.example/ü?ü#ü · http://x.example/%C3%BC?%C3%BC#%C3%BC",
                    "http://x.example:80/ · http://x.example/",
                    "https://x.example:443 · https://x.example/",
                    "https://x.example:80 · https://x.example:80/",
                    "http://x.example:/ · http://x.example/",
                    "http://x.example:00081 · http://x.example:81/",
                    "http://x.example:65535 · http://x.example:65535/",
                    "http://@x.example/ · http://x.example/",
                    "http://x.example/a@b:c · http://x.example/a@b:c",
                })
        void thenItIsReadAsABrowserReadsIt(String written, String requested) {
            assertThat(WebUrl.parse(written).href()).isEqualTo(requested);
        }

        @Test
        void withTabsLineBreaksAndSurroundingSpaces_thenTheyAreRemoved() {
            WebUrl url = WebUrl.parse(" \n ht\ttps://x.exa\r\nmple/a\tb \u0001 ");

            assertThat(url.href()).isEqualTo("https://x.example/ab");
            assertThat(url.spelling()).isEqualTo("https://x.example/ab");
        }

        @Test
        void withALoneSurrogate_thenItIsTheReplacementCharacter() {
            assertThat(WebUrl.parse("http://x.example/\ud83d").href()).isEqualTo("http://x.example/%EF%BF%BD");
        }

        @Test
        void thenTheSpellingOfItsAuthorIsShown() {
            assertThat(WebUrl.parse("https://München.example/Straße?q=ü"))
                    .hasToString("https://München.example/Straße?q=ü");
        }
    }

    @Nested
    class GivenAHost {

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "straße.localhost, xn--strae-oqa.localhost",
            "STRASSE.localhost, strasse.localhost",
            "münchen.example, xn--mnchen-3ya.example",
            "MÜNCHEN.example, xn--mnchen-3ya.example",
            "mu\u0308nchen.example, xn--mnchen-3ya.example",
            "xn--mnchen-3ya.example, xn--mnchen-3ya.example",
            "XN--MNCHEN-3YA.example, xn--mnchen-3ya.example",
            "my_app.localhost, my_app.localhost",
            "my_äpp.localhost, xn--my_pp-ira.localhost",
            "-a-.example, -a-.example",
            "ab--cd.example, ab--cd.example",
            "💩.la, xn--ls8h.la",
            "i❤.ws, xn--i-7iq.ws",
            "日本語。ｊｐ, xn--wgv71a119e.jp",
            "ＥＸＡＭＰＬＥ.com, example.com",
            "βόλος.com, xn--nxasmm1c.com",
            "نامه\u200cای.com, xn--mgba3gch31f060k.com",
            "x.example., x.example.",
            "ex%41mple.com, example.com",
            "m%C3%BCnchen.example, xn--mnchen-3ya.example",
            "'x!$&()+,;=~y.example', 'x!$&()+,;=~y.example'",
            "x`{}\"y.example, x`{}\"y.example",
            "127.1, 127.0.0.1",
            "0x7f.1, 127.0.0.1",
            "0177.0.0.01, 127.0.0.1",
            "2130706433, 127.0.0.1",
            "0x.0, 0.0.0.0",
            "1.2.3.4., 1.2.3.4",
            "１２７.1, 127.0.0.1",
            "1.2.3.4x, 1.2.3.4x",
            "[::1], [::1]",
            "[1:0:0:0:0:0:0:0], [1::]",
            "[1:0:0:2:0:0:0:3], [1:0:0:2::3]",
            "[::FFFF:1.2.3.4], [::ffff:102:304]",
            "[2001:DB8::0001], [2001:db8::1]",
        })
        void thenItIsReadAsABrowserReadsIt(String written, String asked) {
            assertThat(WebUrl.parse("http://" + written + "/").host()).isEqualTo(asked);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '·',
                value = {
                    "x y.example · U+0020 SPACE",
                    "x%20y.example · U+0020 SPACE",
                    "x<y.example · \"<\" (U+003C)",
                    "x>y.example · \">\" (U+003E)",
                    "x|y.example · \"|\" (U+007C)",
                    "x^y.example · \"^\" (U+005E)",
                    "x[y.example · \"[\" (U+005B)",
                    "x]y.example · \"]\" (U+005D)",
                    "x%y.example · \"%\" (U+0025)",
                    "x%2Fy.example · \"/\" (U+002F)",
                    "x%00y.example · U+0000 NULL",
                    "x%7Fy.example · U+007F DELETE",
                    "ü\u2260|.example · \"|\" (U+007C)",
                    "x\ufffdy.example · \"\ufffd\" (U+FFFD)",
                    "x%FFy.example · \"\ufffd\" (U+FFFD)",
                    "a..b.example · empty label",
                    ". · empty label",
                    "x.example.. · empty label",
                    "xn--a.example · UTS 46",
                    "a\u200db.example · UTS 46",
                    "256.1.1.1 · IPv4",
                    "1.2.3.4.5 · IPv4",
                    "1.2.3.08 · IPv4",
                    "4294967296 · IPv4",
                    "a.0x1 · IPv4",
                    "[::1%25eth0] · IPv6",
                    "[::1%eth0] · IPv6",
                    "[1::2::3] · IPv6",
                    "[1:2:3] · IPv6",
                    "[::1]x · IPv6",
                    "[::1 · IPv6",
                    "[] · IPv6",
                })
        void thatNoBrowserLoads_thenTheMessageNamesTheCharacterOrPart(String written, String named) {
            assertThatThrownBy(() -> WebUrl.parse("http://" + written + "/p"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining(named)
                    .hasMessageContaining("http://" + written + "/p");
        }

        @Test
        void withALabelThatDnsCannotHave_thenItIsRejected() {
            String longest = "a".repeat(63);

            assertThat(WebUrl.parse("http://" + longest + ".example/").host()).isEqualTo(longest + ".example");
            assertThatThrownBy(() -> WebUrl.parse("http://a" + longest + ".example/"))
                    .hasMessageContaining("longer than 63");
            assertThatThrownBy(() -> WebUrl.parse("http://" + "ü".repeat(62) + ".example/"))
                    .hasMessageContaining("longer than 63");
            assertThatThrownBy(() -> WebUrl.parse("http://" + "a.".repeat(127) + "b/"))
                    .hasMessageContaining("longer than 253");
        }
    }

    @Nested
    class GivenNoHttpUrl {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '·',
                value = {
                    "example.com · scheme is missing",
                    "//example.com/ · scheme is missing",
                    "/path · scheme is missing",
                    "1http://x · scheme is missing",
                    "'' · scheme is missing",
                    "ftp://x.example/ · ftp is not supported",
                    "localhost:8080 · localhost is not supported",
                    "data:text/html,x · data is not supported",
                    "about:blank · about is not supported",
                    "javascript:1 · javascript is not supported",
                    "http:// · host is missing",
                    "http:///  · host is missing",
                    "http://?q · host is missing",
                    "http://:80/ · host is missing",
                    "http://@/ · host is missing",
                    "http://x.example:99999/ · port 99999 is out of range",
                    "http://x.example:65536/ · port 65536 is out of range",
                    "http://x.example:8a/ · port \"8a\" is not a number",
                    "http://x.example:-1/ · port \"-1\" is not a number",
                    "http://x.example:80:90/ · port \"80:90\" is not a number",
                    "http://user@x.example/ · contains a user name",
                    "http://user:secret@x.example/ · contains a user name",
                    "http://a@b@x.example/ · contains a user name",
                })
        void thenTheMessageNamesThePart(String written, String named) {
            assertThatThrownBy(() -> WebUrl.parse(written))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining(named);
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://x.example:99999/", "http://256.1.1.1/", "http://x|y/", "nonsense"})
        void ofAnEarlierVersion_thenItIsKeptWithItsFault(String written) {
            WebUrl url = WebUrl.ofStored(written);

            assertThat(url).hasToString(written);
            assertThat(url.href()).isEqualTo(written);
            assertThat(url.fault()).isPresent();
        }
    }

    @Test
    void whenABrowserReportsAUrlWithAUser_thenItsHostIsKnown() {
        assertThat(WebUrl.tryParse("http://user:secret@x.example/a"))
                .hasValueSatisfying(url -> assertThat(url.href()).isEqualTo("http://x.example/a"));
    }
}
