/** What was logged and what became of each item. */
@NullMarked
package nl.bereik.mobile.outbox;

import org.jspecify.annotations.NullMarked;
