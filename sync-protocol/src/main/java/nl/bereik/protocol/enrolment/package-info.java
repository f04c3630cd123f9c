/** How a phone becomes an install: the one-time code and what is exchanged for it. */
@NullMarked
package nl.bereik.protocol.enrolment;

import org.jspecify.annotations.NullMarked;
