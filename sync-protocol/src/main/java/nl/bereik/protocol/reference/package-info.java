/** Reference data that phones pull: areas, languages, the code lists on offer and settings. */
@NullMarked
package nl.bereik.protocol.reference;

import org.jspecify.annotations.NullMarked;
