/** Accounts of the staff, API keys for scripts, who may reach what, and what the first start leaves behind. */
@NullMarked
package nl.bereik.server.account;

import org.jspecify.annotations.NullMarked;
