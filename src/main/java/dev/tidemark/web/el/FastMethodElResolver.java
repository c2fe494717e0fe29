package dev.tidemark.web.el;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls methods without arguments in expressions: {@code #{row.run().id()}}. Expression Language 5 copies and searches
 * all methods of a class at each call, thousands of times per page; this resolver searches once. Version 6 reads
 * records itself (<a href="https://jakarta.ee/specifications/expression-language/6.0/">RecordELResolver</a>).
 */
public class FastMethodElResolver extends PassiveElResolver {

    private static final String PRODUCT_PACKAGE = "dev.tidemark.";

    /** Methods by class; a class value does not prevent the class from being unloaded after undeployment. */
    private static final ClassValue<Map<String, Optional<Method>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
        boolean withoutArguments = base != null && name != null && (arguments == null || arguments.length == 0);
        Optional<Method> method = withoutArguments ? method(base.getClass(), name.toString()) : Optional.empty();
        if (method.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(base, name);
        try {
            return method.get().invoke(base);
        } catch (InvocationTargetException failure) {
            throw new ELException(failure.getCause());
        } catch (IllegalAccessException inaccessible) {
            throw new ELException(inaccessible);
        }
    }

    /** Only public classes of the product; everything else is left to the default resolvers. */
    private static Optional<Method> method(Class<?> type, String name) {
        if (!type.getName().startsWith(PRODUCT_PACKAGE) || !Modifier.isPublic(type.getModifiers())) {
            return Optional.empty();
        }
        return KNOWN.get(type).computeIfAbsent(name, one -> find(type, one));
    }

    private static Optional<Method> find(Class<?> type, String name) {
        try {
            return Optional.of(type.getMethod(name))
                    .filter(one -> Modifier.isPublic(one.getDeclaringClass().getModifiers()));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }
}
