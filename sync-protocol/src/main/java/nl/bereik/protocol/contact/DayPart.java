package nl.bereik.protocol.contact;

/** The part of the day, instead of a time: an exact minute could identify. A night belongs to the day it began. */
public enum DayPart {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT
}
