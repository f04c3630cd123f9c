package nl.bereik.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route is for people who have signed in, in a browser or by an API key, and have one of these roles. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    Role[] value();

    /** Whether only for those whose scope is all teams, because what the route does cannot be split by team. */
    boolean everywhere() default false;

    /** How far they must have come with signing in. */
    Standing from() default Standing.FULL;
}
