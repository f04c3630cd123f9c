/** Import of a backlog of contact moments from a file of JSON lines. */
@NullMarked
package nl.bereik.mobile.backlog;

import org.jspecify.annotations.NullMarked;
