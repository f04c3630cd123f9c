package nl.bereik.server.audit;

/** What can be done that is noted. A name that has been written stays for ever, for the chain is checked with it. */
public enum AuditAct {
    SIGNED_IN(AuditKind.ACCOUNT),
    PASSWORD_ACCEPTED(AuditKind.ACCOUNT),
    SIGN_IN_FAILED(AuditKind.ACCOUNT, true),
    SIGNED_OUT(AuditKind.ACCOUNT),
    SESSIONS_ENDED(AuditKind.ACCOUNT),
    PASSWORD_CHANGED(AuditKind.ACCOUNT),
    SECOND_FACTOR_SET(AuditKind.ACCOUNT),
    SECOND_FACTOR_REMOVED(AuditKind.ACCOUNT),
    ACCOUNTS_READ(AuditKind.ACCOUNT, true),
    ACCOUNT_ADDED(AuditKind.ACCOUNT),
    ACCOUNT_CHANGED(AuditKind.ACCOUNT),
    ACCOUNT_RESET(AuditKind.ACCOUNT),
    ACCOUNT_CLOSED(AuditKind.ACCOUNT),
    API_KEY_MADE(AuditKind.API_KEY),
    API_KEY_REVOKED(AuditKind.API_KEY),

    CODE_ISSUED(AuditKind.ENROLMENT_CODE),
    PHONES_READ(AuditKind.PHONE, true),
    PHONE_ENROLLED(AuditKind.PHONE),
    PHONE_RENEWED(AuditKind.PHONE),
    PHONE_APPROVED(AuditKind.PHONE),
    PHONE_REFUSED(AuditKind.PHONE),
    PHONE_GIVEN(AuditKind.PHONE),
    PHONE_REVOKED(AuditKind.PHONE),
    WIPE_ORDERED(AuditKind.PHONE),
    WIPE_WITHDRAWN(AuditKind.PHONE),
    WIPE_CONFIRMED(AuditKind.PHONE),
    KEY_MADE(AuditKind.TEAM_KEY),
    KEY_HANDED(AuditKind.TEAM_KEY),
    KEY_ROTATED(AuditKind.TEAM_KEY),
    NOTES_READ(AuditKind.NOTE, true),

    NEEDS_READ(AuditKind.NEED, true),
    CONFERENCE_READ(AuditKind.NEED, true),
    NEED_ASSIGNED(AuditKind.NEED),
    NEED_UNASSIGNED(AuditKind.NEED),
    NEED_TRANSFERRED(AuditKind.NEED),
    NEED_REFERRED(AuditKind.NEED),
    NEED_FINISHED(AuditKind.NEED),
    NEED_WITHDRAWN(AuditKind.NEED),
    NEED_REOPENED(AuditKind.NEED),
    TRAJECTORIES_READ(AuditKind.TRAJECTORY, true),
    PROFILES_READ(AuditKind.ACCOUNT, true),
    PROFILE_CHANGED(AuditKind.ACCOUNT),

    TARGETS_READ(AuditKind.TARGET, true),
    TARGET_SET(AuditKind.TARGET),
    TARGET_REMOVED(AuditKind.TARGET),
    FIGURES_READ(AuditKind.FIGURES, true),
    REPORT_READ(AuditKind.FIGURES, true),
    REPORT_TAKEN(AuditKind.FIGURES),
    REPORT_WORDS_CHANGED(AuditKind.FIGURES),
    RELEASES_READ(AuditKind.RELEASE, true),
    RELEASE_FORESEEN(AuditKind.RELEASE, true),
    RELEASE_ORDERED(AuditKind.RELEASE),
    RELEASE_MADE(AuditKind.RELEASE),
    RELEASE_TAKEN(AuditKind.RELEASE),
    QUARANTINE_READ(AuditKind.QUARANTINE, true),
    QUARANTINE_REVIEWED(AuditKind.QUARANTINE),
    RECOVERY_FILE_TAKEN(AuditKind.RECOVERY_FILE),
    PERIODS_READ(AuditKind.PERIOD, true),
    PERIOD_SEALED(AuditKind.PERIOD),
    PERIOD_REVISED(AuditKind.PERIOD),
    RETENTION_FORESEEN(AuditKind.RETENTION, true),
    RETENTION_DONE(AuditKind.RETENTION),
    AUDIT_READ(AuditKind.AUDIT, true),
    AUDIT_VERIFIED(AuditKind.AUDIT);

    private final AuditKind kind;
    private final boolean onceAMinute;

    AuditAct(AuditKind kind) {
        this(kind, false);
    }

    AuditAct(AuditKind kind, boolean onceAMinute) {
        this.kind = kind;
        this.onceAMinute = onceAMinute;
    }

    public AuditKind kind() {
        return kind;
    }

    /**
     * Whether the same by the same one to the same thing within a minute is noted once: of what only looks, since an
     * open page looks over and over, and of what strangers can do as often as they like.
     */
    public boolean onceAMinute() {
        return onceAMinute;
    }
}
