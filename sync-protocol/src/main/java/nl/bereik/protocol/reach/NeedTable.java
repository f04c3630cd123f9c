package nl.bereik.protocol.reach;

import java.util.function.Function;

/** The closed menu of tables in which follow-up needs are counted; each need once in each. */
public enum NeedTable {
    LIFE_DOMAIN("lifeDomain", need -> need.lifeDomain().name()),
    URGENCY("urgency", need -> need.urgency().name()),
    /** The organisation; {@value #NONE} for needs that none has. */
    PARTNER("partner", need -> need.partner() == null ? NeedTable.NONE : need.partner()),
    AREA("area", NeedFact::area);

    /** The cell of what has no code. */
    public static final String NONE = "NONE";

    private final String dimension;
    private final Function<NeedFact, String> cell;

    NeedTable(String dimension, Function<NeedFact, String> cell) {
        this.dimension = dimension;
        this.cell = cell;
    }

    /** The field counted by, as in the figure's name {@code needsBy_urgency}. */
    public String dimension() {
        return dimension;
    }

    String cell(NeedFact need) {
        return cell.apply(need);
    }
}
