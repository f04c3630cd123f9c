package nl.bereik.server.staffweb;

import nl.bereik.server.install.Install;

/** A phone in the list, every text ready for the language of the page. */
record PhoneRow(
        String id, String shortId, String team, String enrolled, String lastSeen, String state, boolean active) {
    private static final int SHORT = 8;

    static PhoneRow of(Install install, Words words) {
        boolean active = install.revokedAt() == null;
        return new PhoneRow(
                install.id(),
                install.id().substring(0, Math.min(SHORT, install.id().length())),
                install.team(),
                words.day(install.enrolledAt()),
                install.lastSeenOn() == null ? words.text("phones.neverSeen") : words.day(install.lastSeenOn()),
                install.revokedAt() == null
                        ? words.text("phones.active")
                        : words.text("phones.revokedOn", words.day(install.revokedAt())),
                active);
    }
}
