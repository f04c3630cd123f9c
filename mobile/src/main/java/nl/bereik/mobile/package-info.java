/** The Bereik phone; one package per feature. */
@NullMarked
package nl.bereik.mobile;

import org.jspecify.annotations.NullMarked;
