/** The install's key pair and its enrolment at a server. */
@NullMarked
package nl.bereik.mobile.enrolment;

import org.jspecify.annotations.NullMarked;
