/** The Bereik server; one package per feature. */
@NullMarked
package nl.bereik.server;

import org.jspecify.annotations.NullMarked;
