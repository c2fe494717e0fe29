package dev.tidemark.web.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares on a page bean at which address its view is shown. {@link RouteFilter} finds all of them at start-up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PageRoutes.class)
public @interface PageRoute {

    /** The address below the context path. {@code {name}} matches one path segment and becomes a request parameter of the view. */
    String value();

    /** The view's file in the web application, such as {@code /run/run.xhtml}. */
    String view();
}
