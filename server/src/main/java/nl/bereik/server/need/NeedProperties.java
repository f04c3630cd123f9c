package nl.bereik.server.need;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import nl.bereik.protocol.contact.Signal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How needs are passed on, {@code bereik.needs.*}. Times are in the region's zone.
 *
 * @param quietFrom when the hours begin in which only needs of urgency NOW wake somebody
 * @param quietTo when they end; the same as {@code quietFrom} for none
 * @param digestAt when all that is not urgent is told together
 * @param routes who gets a need that a signal has raised, by signal: an account, or the code of an organisation
 */
@ConfigurationProperties("bereik.needs")
public record NeedProperties(
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("07:00") LocalTime quietTo,
        @DefaultValue("08:30") LocalTime digestAt,
        @DefaultValue Map<Signal, String> routes) {

    /** With what holds when nobody says otherwise. */
    public static final NeedProperties USUAL =
            new NeedProperties(LocalTime.of(22, 0), LocalTime.of(7, 0), LocalTime.of(8, 30), Map.of());

    public NeedProperties {
        Map<Signal, String> copy = new EnumMap<>(Signal.class);
        copy.putAll(routes);
        routes = copy;
    }
}
