package nl.bereik.server.staffweb;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The list for the case conference, {@code bereik.conference.*}.
 *
 * @param stuckDays after how many days with somebody, or without anybody who accepts it, a need is on the list, at least 1
 * @param trajectoryStuckMonths after how many months without anything told of it a running trajectory is on the list,
 *     at least 1. The usual is a quarter: help over time goes on for months in one phase, and of whom nothing is told
 *     for a quarter, nothing will be told in the half-yearly report
 */
@ConfigurationProperties("bereik.conference")
record ConferenceProperties(
        @DefaultValue("14") int stuckDays,
        @DefaultValue("3") int trajectoryStuckMonths) {
    ConferenceProperties {
        if (stuckDays < 1) {
            throw new IllegalArgumentException("bereik.conference.stuck-days must be at least 1");
        }
        if (trajectoryStuckMonths < 1) {
            throw new IllegalArgumentException("bereik.conference.trajectory-stuck-months must be at least 1");
        }
    }
}
