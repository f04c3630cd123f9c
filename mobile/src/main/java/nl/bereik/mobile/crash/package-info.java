/** What is told of errors that nobody caught. */
@NullMarked
package nl.bereik.mobile.crash;

import org.jspecify.annotations.NullMarked;
