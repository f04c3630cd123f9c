/** What every request has in common: limits on bodies and refusals. */
@NullMarked
package nl.bereik.server.web;

import org.jspecify.annotations.NullMarked;
