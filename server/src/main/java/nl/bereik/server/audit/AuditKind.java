package nl.bereik.server.audit;

/** What kind of thing an act was done to. */
public enum AuditKind {
    ACCOUNT,
    API_KEY,
    AUDIT,
    ENROLMENT_CODE,
    FIGURES,
    NEED,
    NOTE,
    PERIOD,
    PHONE,
    QUARANTINE,
    RECOVERY_FILE,
    RELEASE,
    RETENTION,
    TARGET,
    TEAM,
    TEAM_KEY,
    TRAJECTORY
}
