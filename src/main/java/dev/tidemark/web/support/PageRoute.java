package dev.tidemark.web.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the URL path of a page on its bean. {@link RouteFilter} reads all declarations at startup. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PageRoutes.class)
public @interface PageRoute {

    /**
     * The path below the context path. {@code {name}} matches one path segment and becomes a request parameter of the
     * view.
     */
    String value();

    /** The file of the view in the web application, such as {@code /run/run.xhtml}. */
    String view();
}
