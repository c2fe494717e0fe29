package dev.tidemark.model.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.i18n.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/, https://shop.example/, true",
        "https://shop.example/, https://shop.example/a, false",
        "https://shop.example/, https://shop.example/#top, true",
        "https://shop.example/#top, https://shop.example/#top, true",
        "https://shop.example/#top, https://shop.example/#end, false",
        "https://shop.example/#top, https://shop.example/, false",
        "https://shop.example/*, https://shop.example/, true",
        "https://shop.example/*, https://shop.example/a/b?c=d, true",
        "https://shop.example/*, https://shop.example.evil/, false",
        "https://*.shop.example/, https://de.shop.example/, true",
        "*/account, https://shop.example/account, true",
        "*/account, https://shop.example/account?id=1, false",
        "*/account?id=*, https://shop.example/account?id=1, true",
        "https://shop.example/a.html, https://shop.example/aXhtml, false",
        "*#/route, https://shop.example/#/route, true",
        "*, https://shop.example/, true",
        "https://*, https://shop.example/a, true",
        "https://Shop.example, https://shop.example/, true",
        "https://shop.example:443/a, https://shop.example/a, true",
        "https://shop.example?a=b, https://shop.example/?a=b, true",
        "https://straße.example/*, https://xn--strae-oqa.example/a, true",
        "https://shop.example/straße*, https://shop.example/stra%C3%9Fe/1, true",
        "*/straße, https://shop.example/stra%C3%9Fe, true",
        "https://shop.example/a b, https://shop.example/a%20b, true",
    })
    void whenAUrlIsCompared_thenOnlyTheStarIsAWildcard(String pattern, String url, boolean matches) {
        assertThat(new ExpectedUrl(pattern).matches(url)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/account", "shop.example", "ftp://shop.example/", "https://", "https://shop.example:x/"})
    void whenItCanMatchNoUrl_thenItIsRejected(String pattern) {
        assertThatThrownBy(() -> new ExpectedUrl(pattern)).isInstanceOf(InvalidValueException.class);
    }
}
