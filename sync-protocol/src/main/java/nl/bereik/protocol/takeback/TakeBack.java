package nl.bereik.protocol.takeback;

import java.util.UUID;

/**
 * An activity, or a step of a trajectory, should not have been told. What should have been told instead is an item of
 * its own.
 *
 * @param item the id of the item that is taken back
 */
public record TakeBack(UUID item) {}
