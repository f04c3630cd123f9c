@NullMarked
package nl.bereik.server.account;

import org.jspecify.annotations.NullMarked;
