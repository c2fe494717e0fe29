package dev.tidemark.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagListTest {

    private static final EntityTagList.Tag CURRENT = new EntityTagList.Tag("3", false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"3\" | true | true",
                "\"777\", \"3\" | true | true",
                "\"777\",\"3\" | true | true",
                ", \"777\" ,, \"3\" , | true | true",
                "\"a,b\", \"3\" | true | true",
                "W/\"3\" | false | true",
                "W/\"777\", W/\"3\" | false | true",
                "W/\"3\", \"3\" | true | true",
                "* | true | true",
                "\"777\" | false | false",
                "\"\" | false | false",
                "\"33\", \"13\" | false | false"
            })
    void whenATagIsLookedUp_thenStrongAndWeakComparisonDiffer(String header, boolean strong, boolean weak) {
        EntityTagList tags = EntityTagList.lenient(header).orElseThrow();

        assertThat(tags.containsStrongly(CURRENT)).isEqualTo(strong);
        assertThat(tags.contains(CURRENT)).isEqualTo(weak);
    }

    @Test
    void whenTheCurrentTagIsWeak_thenIfMatchNeverHolds() {
        assertThat(EntityTagList.lenient("W/\"3\", \"3\"")
                        .orElseThrow()
                        .containsStrongly(new EntityTagList.Tag("3", true)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "3\"", "'3'", "w/\"3\"", "\"3\" \"4\"", "*, \"3\"", "\"a\nb\"", ",", "", "W/3"})
    void whenItIsMalformed_thenThereIsNoList(String header) {
        assertThat(EntityTagList.lenient(header)).isEmpty();
    }
}
