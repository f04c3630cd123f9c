package nl.bereik.mobile.app;

import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.device.Device;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.Doorbell;
import nl.bereik.mobile.sync.Transport;

/**
 * All that the screens work with and that tests replace.
 *
 * @param doorbell what rings while the app is open
 * @param work the storage, for what must not make the screen wait
 * @param network likewise for the network, so that saving never waits for a server
 */
record Surroundings(
        PhoneParts parts,
        Transport transport,
        Doorbell doorbell,
        Background work,
        Background network,
        Delays delays,
        Device device) {}
