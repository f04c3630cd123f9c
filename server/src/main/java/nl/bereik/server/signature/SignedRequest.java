package nl.bereik.server.signature;

import nl.bereik.server.install.Install;

/**
 * A request proven to come from an install.
 *
 * @param body unpacked; no bytes when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record SignedRequest(Install install, byte[] body) {}
