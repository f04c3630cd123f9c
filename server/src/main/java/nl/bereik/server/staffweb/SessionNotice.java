package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.Instant;
import nl.bereik.server.account.BrowserSessions;

/**
 * Until when somebody stays signed in.
 *
 * @param idleSeconds from now, when nothing is done
 * @param latestSeconds from now, whatever is done
 * @param withoutSecondStep whether to advise one
 */
record SessionNotice(String text, long idleSeconds, long latestSeconds, boolean withoutSecondStep) {
    static SessionNotice of(BrowserSessions.Ends ends, Words words, Instant now) {
        return new SessionNotice(
                words.text("session.until", words.time(ends.first()), words.time(ends.latestAt())),
                Duration.between(now, ends.idleAt()).toSeconds(),
                Duration.between(now, ends.latestAt()).toSeconds(),
                ends.withoutSecondStep());
    }
}
