/**
 * The team's key on its way between phones: who may make it, who keeps it, and what is sealed to whom. Never the key.
 */
@NullMarked
package nl.bereik.server.teamkey;

import org.jspecify.annotations.NullMarked;
