package nl.bereik.protocol.reference;

import nl.bereik.protocol.json.JsonObject;

/**
 * A programme of prevention activities.
 *
 * @param code by which activities refer to it
 * @param name as people know it, the same in every language
 */
public record Programme(String code, String name) {
    static Programme read(JsonObject json) {
        return new Programme(json.text("code"), json.text("name"));
    }
}
