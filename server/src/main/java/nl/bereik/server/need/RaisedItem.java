package nl.bereik.server.need;

import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;

/** A sound item that raises a need. */
public record RaisedItem(PushItem item, FollowUpNeed need, ContentHash hash) {}
