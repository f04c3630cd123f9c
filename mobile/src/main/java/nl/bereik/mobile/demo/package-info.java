/** The demonstration: a real server, real phone cores that log and sync, and the phone's window beside them. */
@NullMarked
package nl.bereik.mobile.demo;

import org.jspecify.annotations.NullMarked;
