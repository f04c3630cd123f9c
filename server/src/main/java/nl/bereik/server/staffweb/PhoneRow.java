package nl.bereik.server.staffweb;

import nl.bereik.server.install.Install;

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
        String digits) {
    private static final int SHORT = 8;

    private static String state(Install install, Words words) {
        if (install.revokedAt() != null) {
            return words.text(
                    install.awaitsApproval() ? "phones.refusedOn" : "phones.revokedOn", words.day(install.revokedAt()));
        }
        return words.text(install.awaitsApproval() ? "phones.awaitsApproval" : "phones.active");
    }

    static PhoneRow of(Install install, Words words) {
        boolean pending = install.awaitsApproval() && install.revokedAt() == null;
        return new PhoneRow(
                install.id(),
                install.id().substring(0, Math.min(SHORT, install.id().length())),
                install.team(),
                install.holder() == null ? "" : install.holder(),
                words.day(install.enrolledAt()),
                install.lastSeenOn() == null ? words.text("phones.neverSeen") : words.day(install.lastSeenOn()),
                state(install, words),
                install.active(),
                pending,
                pending ? install.digits().display() : "");
    }
}
