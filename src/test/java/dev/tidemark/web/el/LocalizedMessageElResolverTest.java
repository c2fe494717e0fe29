package dev.tidemark.web.el;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.el.BeanNameELResolver;
import jakarta.el.BeanNameResolver;
import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LocalizedMessageElResolverTest {

    private final ELContext context = new GermanView();

    @Nested
    class GivenALocalizedMessage {
        @Test
        void whenAViewShowsIt_thenItAndItsArgumentsAreInTheViewersLanguage() {
            LocalizedMessage sentence =
                    LocalizedMessage.of("run.headline.lcp", "1.83 s", LocalizedMessage.of("run.headline.withinBudget"));

            assertThat(context.convertToType(sentence, String.class)).isEqualTo("LCP 1.83 s: im Budget");
            assertThat(sentence).hasToString("Largest Contentful Paint (LCP) 1.83 s, within budget.");
        }
    }

    @Nested
    class GivenOtherValues {
        @Test
        void whenAViewShowsIt_thenOtherResolversHandleIt() {
            new LocalizedMessageElResolver().convertToType(context, List.of(1), String.class);

            assertThat(context.isPropertyResolved()).isFalse();
        }
    }

    /** Resolves only {@code words}. */
    private static final class GermanView extends ELContext {

        private final CompositeELResolver resolvers = new CompositeELResolver();

        GermanView() {
            resolvers.add(new LocalizedMessageElResolver());
            resolvers.add(new BeanNameELResolver(new BeanNameResolver() {
                @Override
                public boolean isNameResolved(String name) {
                    return name.equals("messages");
                }

                @Override
                public Object getBean(String name) {
                    return new ViewMessages(Messages.ofBundle(new German()), new BasePath(""));
                }
            }));
        }

        @Override
        public ELResolver getELResolver() {
            return resolvers;
        }

        @Override
        public <T> T convertToType(Object shown, Class<T> type) {
            return resolvers.convertToType(this, shown, type);
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }

    private static final class German extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"run.headline.lcp", "LCP {0}: {1}"}, {"run.headline.withinBudget", "im Budget"}};
        }

        @Override
        public Locale getLocale() {
            return Locale.GERMAN;
        }
    }
}
