/** The phone without a display: commands for scripts and for the help desk. */
@NullMarked
package nl.bereik.mobile.cli;

import org.jspecify.annotations.NullMarked;
