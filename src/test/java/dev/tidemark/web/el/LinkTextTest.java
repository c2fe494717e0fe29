package dev.tidemark.web.el;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinkTextTest {

    private static String below(String value) {
        return LinkText.below("/tide", value);
    }

    @Nested
    class GivenAPath {
        @Test
        void whenItIsCompiled_thenTheBasePathIsInFront() {
            assertThat(below("/")).isEqualTo("/tide/");
            assertThat(below("/probes/#{row.id}?location=#{row.location}"))
                    .isEqualTo("/tide/probes/#{row.id}?location=#{row.location}");
        }
    }

    @Nested
    class GivenAnExpression {
        @Test
        void whenItIsCompiled_thenItsValueIsMadeALink() {
            assertThat(below("#{page.link}")).isEqualTo("#{links.to(page.link)}");
            assertThat(below("#{page.link}#list")).isEqualTo("#{links.to(page.link)}#list");
            assertThat(below("#{page.path}/#{page.id}")).isEqualTo("#{links.to(page.path)}/#{page.id}");
        }

        @Test
        void whenItHasBracesInStringsAndMaps_thenTheyDoNotEndIt() {
            assertThat(below("#{creating ? '/' : '/a}'.concat(\"}\")}x"))
                    .isEqualTo("#{links.to(creating ? '/' : '/a}'.concat(\"}\"))}x");
            assertThat(below("#{page.of({'a': 1})}")).isEqualTo("#{links.to(page.of({'a': 1}))}");
        }

        @Test
        void whenItDoesNotEnd_thenTheViewIsRefused() {
            assertThatThrownBy(() -> below("#{page.link")).hasMessageContaining("#{page.link");
        }
    }

    @Nested
    class GivenAnythingElse {
        @Test
        void whenItIsCompiled_thenItStays() {
            assertThat(below("#changes")).isEqualTo("#changes");
            assertThat(below("?metric=LCP")).isEqualTo("?metric=LCP");
            assertThat(below("//shop.example/")).isEqualTo("//shop.example/");
            assertThat(below("https://shop.example/")).isEqualTo("https://shop.example/");
            assertThat(below("")).isEmpty();
        }
    }
}
