package nl.bereik.protocol.reach;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import nl.bereik.protocol.contact.ContactMoment;

/**
 * The closed menu of tables in which contact moments are counted. A contact counts once under each of its cells: a
 * contact with two topics counts under both.
 */
public enum ReachTable {
    CHANNEL("channel", contact -> one(contact.channel())),
    AREA("area", contact -> List.of(contact.area())),
    AUDIENCE("audience", contact -> one(contact.audience())),
    WORK_FORM("workForm", contact -> one(contact.workForm())),
    GENDER("gender", contact -> one(contact.gender())),
    AGE_BAND("ageBand", contact -> one(contact.ageBand())),
    ENCOUNTER("encounter", contact -> one(contact.encounter())),
    TOPICS("topics", contact -> names(contact.topics())),
    SERVICES("services", contact -> names(contact.services())),
    SIGNALS("signals", contact -> names(contact.signals())),
    LANGUAGES("languages", ContactMoment::languages),
    /** A pair; its cells are {@code CHANNEL|area}. */
    CHANNEL_AND_AREA("channelAndArea", contact -> List.of(contact.channel().name() + ReachTable.PAIR + contact.area()));

    /** Stands between the two codes of a pair's cell. */
    public static final String PAIR = "|";

    private final String dimension;
    private final Function<ContactMoment, Collection<String>> cells;

    ReachTable(String dimension, Function<ContactMoment, Collection<String>> cells) {
        this.dimension = dimension;
        this.cells = cells;
    }

    /** The field or fields counted by, as in the figure's name {@code contactsBy_channel}. */
    public String dimension() {
        return dimension;
    }

    /** Whether this table crosses two dimensions. */
    public boolean isPair() {
        return this == CHANNEL_AND_AREA;
    }

    Collection<String> cells(ContactMoment contact) {
        return cells.apply(contact);
    }

    private static List<String> one(Enum<?> code) {
        return List.of(code.name());
    }

    private static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).toList();
    }
}
