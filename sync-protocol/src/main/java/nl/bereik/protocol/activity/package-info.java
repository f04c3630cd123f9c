/** What the network did beside contact moments: registrations, consultations and prevention activities. */
@NullMarked
package nl.bereik.protocol.activity;

import org.jspecify.annotations.NullMarked;
