/** Reference data as last pulled, or as shipped before the first pull. */
@NullMarked
package nl.bereik.mobile.reference;

import org.jspecify.annotations.NullMarked;
