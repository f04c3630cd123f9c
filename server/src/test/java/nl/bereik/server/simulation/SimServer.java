package nl.bereik.server.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Scope;
import nl.bereik.server.reach.ReachCounter;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** One instance of the real server. What it does not store it forgets when it stops; then it starts again. */
final class SimServer {
    private static final int MAX_DOWN_MILLIS = 120_000;

    private static final int UNKNOWN = -1;

    private final String name;
    private final World world;
    private final SimStores stores;
    private final ServerParts.Chance chance;
    private ReferenceData configured;
    private Life life = new Life();
    private ServerParts.@Nullable Running running;
    private final Map<SimNetwork.Ear, Disposable> underWay = new LinkedHashMap<>();
    private boolean counting;
    private int lastFound = UNKNOWN;

    SimServer(String name, World world, SimStores stores, ServerParts.Chance chance, ReferenceData configured) {
        this.configured = configured;
        this.name = name;
        this.world = world;
        this.stores = stores;
        this.chance = chance;
    }

    String name() {
        return name;
    }

    Life life() {
        return life;
    }

    boolean isUp() {
        return running != null;
    }

    void start() {
        if (running == null) {
            life = new Life();
            running = ServerParts.start(world.clock(() -> Duration.ZERO), chance, configured, stores.portsOf(this));
            world.note(name + " starts");
        }
    }

    /** It is killed: nobody who waits for it is answered; those who are connected may notice. */
    void stop() {
        world.note(name + " stops");
        life.end();
        running = null;
        counting = false;
        Map<SimNetwork.Ear, Disposable> cut = new LinkedHashMap<>(underWay);
        underWay.clear();
        cut.values().forEach(Disposable::dispose);
        boolean noticed = world.pick(2) == 1;
        if (noticed) {
            cut.keySet().forEach(SimNetwork.Ear::broken);
        }
        world.after(1 + world.pick(MAX_DOWN_MILLIS), new Life(), this::start);
    }

    void take(WireRequest request, SimNetwork.Ear ear) {
        ServerParts.Running now = running;
        if (now == null) {
            ear.broken();
            return;
        }
        Disposable.Swap handle = Disposables.swap();
        underWay.put(ear, handle);
        handle.update(now.exchange(request).subscribe(reply -> {
            underWay.remove(ear);
            world.note(name + " answers " + request.path() + " " + reply.status() + " " + reply.body().length);
            ear.reply(reply);
        }));
    }

    /** It is stopped and started with other reference data. */
    void configure(ReferenceData mended) {
        configured = mended;
        if (running != null) {
            stop();
        }
    }

    /** The administrator has what is kept aside judged again. */
    void review() {
        ServerParts.Running now = running;
        if (now != null) {
            now.review()
                    .run(Scope.EVERYWHERE)
                    .subscribe(
                            report -> world.note(name + " " + report),
                            failure -> world.note(name + " could not review"));
        }
    }

    /** One turn of counting, unless one is under way. */
    void count() {
        ServerParts.Running now = running;
        if (now == null || counting) {
            return;
        }
        counting = true;
        lastFound = UNKNOWN;
        now.counter().turn().subscribe(this::counted, failure -> {
            counting = false;
            world.note(name + " puts counting off");
        });
    }

    private void counted(ReachCounter.Turn turn) {
        counting = false;
        lastFound = turn.found();
        world.note(name + " " + turn);
    }

    /** Whether the turn that was begun last is over and found nothing to count. */
    boolean foundNothing() {
        return lastFound == 0;
    }
}
