/** Sync protocol version 1: push with custody per item, the signed request proof, refusals and back-off. */
@NullMarked
package nl.bereik.protocol.sync;

import org.jspecify.annotations.NullMarked;
