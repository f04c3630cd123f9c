package nl.bereik.server.disclosure;

import java.util.List;
import java.util.Set;

/**
 * What a table is broken down by.
 *
 * @param name stable, as {@code gender}; it means the same in every table of a subject
 * @param parts how the categories relate to their total
 * @param categories all there are, in the order shown, also those that count nobody: that a category is missing tells
 *     readers that it counts nobody
 */
public record Dimension(String name, Parts parts, List<String> categories) {

    /** Throws IllegalArgumentException without a name or categories, and for a category given twice. */
    public Dimension {
        categories = List.copyOf(categories);
        if (name.isBlank() || categories.isEmpty()) {
            throw new IllegalArgumentException("A dimension needs a name and categories: " + name);
        }
        if (Set.copyOf(categories).size() != categories.size()) {
            throw new IllegalArgumentException("A category twice in " + name);
        }
    }
}
