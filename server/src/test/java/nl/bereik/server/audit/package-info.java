@NullMarked
package nl.bereik.server.audit;

import org.jspecify.annotations.NullMarked;
