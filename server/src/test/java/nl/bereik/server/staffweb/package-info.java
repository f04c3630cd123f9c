@NullMarked
package nl.bereik.server.staffweb;

import org.jspecify.annotations.NullMarked;
