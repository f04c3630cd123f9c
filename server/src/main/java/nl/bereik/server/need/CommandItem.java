package nl.bereik.server.need;

import java.util.UUID;
import nl.bereik.protocol.need.NeedCommand;

/** A sound item that does something to a need. */
public record CommandItem(UUID opId, NeedCommand command) {}
