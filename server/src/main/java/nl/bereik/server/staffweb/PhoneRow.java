package nl.bereik.server.staffweb;

import nl.bereik.server.install.Install;
import nl.bereik.server.wipe.WipeOrder;
import org.jspecify.annotations.Nullable;

/** A phone in the list, every text ready for the language of the page. */
record PhoneRow(
        String id,
        String shortId,
        String team,
        String holder,
        String enrolled,
        String lastSeen,
        String state,
        boolean active,
        boolean pending,
        String digits,
        boolean wipeable) {
    private static final int SHORT = 8;

    private static String state(Install install, @Nullable WipeOrder order, Words words) {
        if (order != null) {
            return order.confirmedAt() == null
                    ? words.text("phones.wipeOrderedOn", words.day(order.orderedAt()))
                    : words.text("phones.wipedOn", words.day(order.confirmedAt()));
        }
        if (install.revokedAt() != null) {
            return words.text(
                    install.awaitsApproval() ? "phones.refusedOn" : "phones.revokedOn", words.day(install.revokedAt()));
        }
        return words.text(install.awaitsApproval() ? "phones.awaitsApproval" : "phones.active");
    }

    /** @param order that the phone erases itself; null when none was given */
    static PhoneRow of(Install install, @Nullable WipeOrder order, Words words) {
        boolean pending = install.awaitsApproval() && install.revokedAt() == null;
        return new PhoneRow(
                install.id(),
                install.id().substring(0, Math.min(SHORT, install.id().length())),
                install.team(),
                install.holder() == null ? "" : install.holder(),
                words.day(install.enrolledAt()),
                install.lastSeenOn() == null ? words.text("phones.neverSeen") : words.day(install.lastSeenOn()),
                state(install, order, words),
                install.active(),
                pending,
                pending ? install.digits().display() : "",
                order == null && !install.awaitsApproval());
    }
}
