/** The contact moment, its closed code lists and the rules that make one valid. */
@NullMarked
package nl.bereik.protocol.contact;

import org.jspecify.annotations.NullMarked;
