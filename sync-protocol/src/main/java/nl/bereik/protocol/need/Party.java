package nl.bereik.protocol.need;

/** What somebody is to a follow-up need. One person can be several. */
public enum Party {
    /** Who raised it. */
    RAISER,
    /** Who has it, or was asked to take it. */
    ASSIGNEE,
    /** Any case manager who may see it. */
    CASE_MANAGER,
    /** Any coordinator of its team. */
    COORDINATOR,
    /** The rules of assignment and escalation. */
    RULES
}
