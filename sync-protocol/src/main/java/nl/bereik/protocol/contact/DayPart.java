package nl.bereik.protocol.contact;

import java.time.LocalTime;

/** The part of the day, instead of a time: an exact minute could identify. A night belongs to the day it began. */
public enum DayPart {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT;

    private static final int MORNING_FROM = 6;
    private static final int AFTERNOON_FROM = 12;
    private static final int EVENING_FROM = 18;

    /** The part in which a time lies: night until 6:00, then morning, from 12:00 afternoon, from 18:00 evening. */
    public static DayPart at(LocalTime time) {
        int hour = time.getHour();
        if (hour < MORNING_FROM) {
            return NIGHT;
        }
        if (hour < AFTERNOON_FROM) {
            return MORNING;
        }
        return hour < EVENING_FROM ? AFTERNOON : EVENING;
    }
}
