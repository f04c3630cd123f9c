package nl.bereik.protocol.reference;

import nl.bereik.protocol.json.JsonObject;

/**
 * One that takes needs in.
 *
 * @param code by which needs and case managers refer to it
 * @param name as people know it, the same in every language
 */
public record Organisation(String code, String name) {
    static Organisation read(JsonObject json) {
        return new Organisation(json.text("code"), json.text("name"));
    }
}
