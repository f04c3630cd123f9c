/** Follow-up needs: kept, moved by commands, and given to the phones of those whom they are for. */
@NullMarked
package nl.bereik.server.need;

import org.jspecify.annotations.NullMarked;
