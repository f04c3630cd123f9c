/** Free text: checked for what could identify somebody, then sealed under the team's key. */
@NullMarked
package nl.bereik.mobile.privacy;

import org.jspecify.annotations.NullMarked;
