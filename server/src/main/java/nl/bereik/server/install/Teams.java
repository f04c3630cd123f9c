package nl.bereik.server.install;

import java.util.List;

/** The ids of all teams, whose figures are summed; at least one. */
public record Teams(List<String> ids) {
    public Teams {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("there is at least one team");
        }
    }
}
