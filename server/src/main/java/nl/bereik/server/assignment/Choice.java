package nl.bereik.server.assignment;

import nl.bereik.protocol.need.AssignedWhy;

/** Who is asked, and why. */
record Choice(String account, AssignedWhy why) {}
