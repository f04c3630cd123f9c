/** The encrypted append-only journal: the truth about everything the phone knows. */
@NullMarked
package nl.bereik.mobile.journal;

import org.jspecify.annotations.NullMarked;
