package dev.tidemark.web.el;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FastMethodElResolverTest {

    public record Shown(String title) {
        public String greeting(String name) {
            return title + " " + name;
        }

        public String broken() {
            throw new IllegalStateException("no title");
        }
    }

    record Hidden(String title) {}

    private final ELContext context = new ELContext() {
        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    };

    private Object call(Object base, String method, Object... arguments) {
        return new FastMethodElResolver().invoke(context, base, method, null, arguments);
    }

    @Nested
    class GivenAPublicRecord {
        @Test
        void whenItsComponentIsCalled_thenItsValueIsReturned() {
            assertThat(call(new Shown("LCP"), "title")).isEqualTo("LCP");
            assertThat(call(new Shown("FCP"), "title")).isEqualTo("FCP");
            assertThat(context.isPropertyResolved()).isTrue();
        }

        @Test
        void whenTheMethodThrows_thenTheCauseIsKept() {
            assertThatThrownBy(() -> call(new Shown("LCP"), "broken"))
                    .isInstanceOf(ELException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }

        @Test
        void whenTheMethodNeedsArgumentsOrIsMissing_thenTheDefaultResolverHandlesIt() {
            assertThat(call(new Shown("LCP"), "greeting", "you")).isNull();
            assertThat(call(new Shown("LCP"), "nothing")).isNull();
            assertThat(context.isPropertyResolved()).isFalse();
        }
    }

    @Nested
    class GivenOtherTypes {
        @Test
        void whenItIsCalled_thenTheDefaultResolverHandlesIt() {
            assertThat(call(new Hidden("LCP"), "title")).isNull();
            assertThat(call(List.of("LCP"), "size")).isNull();
            assertThat(context.isPropertyResolved()).isFalse();
        }
    }
}
