/** The application: the window, the way from screen to screen, locking and hiding. */
@NullMarked
package nl.bereik.mobile.app;

import org.jspecify.annotations.NullMarked;
