package nl.bereik.server.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reference.Organisation;
import nl.bereik.protocol.reference.Programme;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.disclosure.Release;

/**
 * Which categories the tables of the menu have. In a release they are closed: a category that were there only because
 * somebody was counted in it would tell of that somebody, and a text that is on no list has no place in what leaves.
 */
abstract sealed class Categories {
    /** Of these there are as many as an organisation configures, and they come and go. */
    private static final Set<String> CONFIGURED = Set.of("area", "partner", "programme");

    private static final Map<String, List<String>> CODES = Map.of(
            "channel", names(Channel.values()),
            "audience", names(Audience.values()),
            "workForm", names(WorkForm.values()),
            "gender", names(Gender.values()),
            "ageBand", names(AgeBand.values()),
            "encounter", names(Encounter.values()),
            "topics", names(Topic.values()),
            "services", names(Service.values()),
            "source", names(RegistrationSource.values()));

    private final ReferenceData reference;

    private Categories(ReferenceData reference) {
        this.reference = reference;
    }

    /** Those on offer, and those that occur without being on offer: for management. */
    static Categories occurring(ReferenceData reference) {
        return new Occurring(reference);
    }

    /** Those on offer and those that left before, whatever occurs. */
    static Categories closed(ReferenceData reference, List<Release> earlier) {
        Map<String, Set<String>> released = new TreeMap<>();
        earlier.forEach(release -> release.tables().forEach(table -> table.dimensions()
                .forEach(dimension -> released.computeIfAbsent(dimension.name(), any -> new LinkedHashSet<>())
                        .addAll(dimension.categories()))));
        return new Closed(reference, released);
    }

    /** Empty when nothing is on offer and nothing occurs. @param occurring codes that were counted */
    abstract List<String> of(String dimension, Set<String> occurring);

    /** The category under which a code is counted; empty when it counts in the total only. */
    abstract List<String> under(String dimension, String code);

    /** What these counts are by the categories of {@link #of}. */
    Map<String, Long> counts(String dimension, Map<String, Long> counts) {
        Map<String, Long> counted = new LinkedHashMap<>();
        counts.forEach(
                (code, count) -> under(dimension, code).forEach(category -> counted.merge(category, count, Long::sum)));
        return counted;
    }

    Dimension dimension(String name, Set<String> occurring) {
        return new Dimension(name, parts(name), of(name, occurring));
    }

    Set<String> offered(String dimension) {
        Set<String> offered = new LinkedHashSet<>(
                switch (dimension) {
                    case "area" -> reference.areas();
                    case "languages" -> reference.languages();
                    case "lifeDomain" -> names(Topic.values());
                    case "urgency" -> names(Urgency.values());
                    case "end" -> names(TrajectoryEnd.values());
                    case "partner" ->
                        with(
                                reference.organisations().stream()
                                        .map(Organisation::code)
                                        .toList(),
                                NeedTable.NONE);
                    case "programme" ->
                        reference.programmes().stream().map(Programme::code).toList();
                    default -> reference.codeLists().getOrDefault(dimension, List.of());
                });
        offered.addAll(CODES.getOrDefault(dimension, List.of()));
        return offered;
    }

    private static Parts parts(String dimension) {
        return switch (dimension) {
            case "topics", "services", "signals", "languages" -> Parts.WITHIN;
            default -> Parts.EXACT;
        };
    }

    private static List<String> names(Enum<?>... codes) {
        return Arrays.stream(codes).<String>map(Enum::name).toList();
    }

    private static List<String> with(List<String> codes, String more) {
        List<String> all = new ArrayList<>(codes);
        all.add(more);
        return all;
    }

    private static final class Occurring extends Categories {
        private Occurring(ReferenceData reference) {
            super(reference);
        }

        @Override
        List<String> of(String dimension, Set<String> occurring) {
            Set<String> categories = offered(dimension);
            categories.addAll(occurring);
            return List.copyOf(categories);
        }

        @Override
        List<String> under(String dimension, String code) {
            return List.of(code);
        }
    }

    private static final class Closed extends Categories {
        private final Map<String, Set<String>> released;

        private Closed(ReferenceData reference, Map<String, Set<String>> released) {
            super(reference);
            this.released = released;
        }

        @Override
        List<String> of(String dimension, Set<String> occurring) {
            Set<String> categories = offered(dimension);
            categories.addAll(released.getOrDefault(dimension, Set.of()));
            if (CONFIGURED.contains(dimension) && !categories.isEmpty()) {
                categories.add(Menu.OTHER);
            }
            return List.copyOf(categories);
        }

        @Override
        List<String> under(String dimension, String code) {
            List<String> categories = of(dimension, Set.of());
            if (categories.contains(code)) {
                return List.of(code);
            }
            return categories.contains(Menu.OTHER) ? List.of(Menu.OTHER) : List.of();
        }
    }
}
