package dev.tidemark.prober.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPartyTest {

    @Nested
    class GivenARequestWithoutParty {

        @ParameterizedTest
        @CsvSource({
            "https://www.shop.co.uk/, https://img.shop.co.uk/a.png, true",
            "https://www.shop.co.uk/, https://cdn.tracker.co.uk/t.js, false",
            "https://one.github.io/, https://two.github.io/a.js, false",
            "http://localhost:8080/, http://localhost:9090/a.js, true",
            "http://127.0.0.1:8080/, http://127.0.0.2:8080/a.js, false"
        })
        void whenItIsSent_thenTheRegistrableDomainsDecide(String page, String url, boolean same) {
            JsonObject event = JsonParser.parseString("{\"request\":{\"url\":\"" + url + "\"}}")
                    .getAsJsonObject();

            assertThat(RequestParty.isSameSite(Optional.of(page), event)).isEqualTo(same);
        }
    }
}
