/** How a phone becomes an install. */
@NullMarked
package nl.bereik.server.enrolment;

import org.jspecify.annotations.NullMarked;
