package nl.bereik.server.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.sync.SyncPaths;

/** Between phones and servers. It may lose, cut, hold up, repeat, mix up and make up what passes. */
final class SimNetwork {
    private static final int MAX_KEPT = 30;
    private static final int HELD_UP_MILLIS = 900_000;

    private final World world;
    private final List<SimServer> servers;
    private final Mutant mutant;
    private final Life life = new Life();
    private final List<WireRequest> kept = new ArrayList<>();

    /** What comes back to a phone, at most once. */
    interface Ear {
        void reply(WireReply reply);

        void broken();
    }

    private enum OnTheWayThere {
        ARRIVES,
        BREAKS,
        VANISHES,
        CUT,
        REPEATED,
        HELD_UP,
        OTHER_BODY,
        LOGIN_PAGE
    }

    private enum OnTheWayBack {
        ARRIVES,
        BREAKS,
        VANISHES,
        CUT,
        THINNED
    }

    SimNetwork(World world, List<SimServer> servers, Mutant mutant) {
        this.world = world;
        this.servers = servers;
        this.mutant = mutant;
    }

    void send(SimPhone from, WireRequest request, Ear ear) {
        String what = from.name() + " " + request.method() + " " + request.path() + " " + request.body().length;
        world.note(what);
        OnTheWayThere fate = OnTheWayThere.values()[
                world.fault(OnTheWayThere.values().length - 1, world.weather().road(), what)];
        List<WireRequest> alike =
                kept.stream().filter(one -> one.path().equals(request.path())).toList();
        WireRequest other = alike.isEmpty() ? request : alike.get(world.pick(alike.size()));
        switch (fate) {
            case ARRIVES -> arrive(delay(), request, ear);
            case BREAKS -> world.after(delay(), from.life(), ear::broken);
            case VANISHES -> {}
            case CUT -> arrive(delay(), with(request, request.headers(), cut(request.body())), ear);
            case REPEATED -> {
                arrive(delay(), request, ear);
                arrive(world.pick(HELD_UP_MILLIS), request, new Deaf());
            }
            case HELD_UP -> arrive(world.pick(HELD_UP_MILLIS), request, ear);
            case OTHER_BODY -> arrive(delay(), with(request, request.headers(), other.body()), ear);
            case LOGIN_PAGE -> world.after(delay(), from.life(), () -> ear.reply(loginPage()));
        }
        kept.add(request);
        if (kept.size() > MAX_KEPT) {
            kept.remove(0);
        }
    }

    private long delay() {
        return 5 + world.pick(400);
    }

    private void arrive(long delay, WireRequest request, Ear ear) {
        world.after(delay, life, () -> {
            List<SimServer> up = servers.stream().filter(SimServer::isUp).toList();
            if (up.isEmpty()) {
                world.after(delay(), life, ear::broken);
            } else {
                up.get(world.pick(up.size())).take(request, new Ear() {
                    @Override
                    public void reply(WireReply reply) {
                        back(request, reply, ear);
                    }

                    @Override
                    public void broken() {
                        world.after(delay(), life, ear::broken);
                    }
                });
            }
        });
    }

    private void back(WireRequest request, WireReply reply, Ear ear) {
        OnTheWayBack fate = ear instanceof Deaf
                ? OnTheWayBack.VANISHES
                : OnTheWayBack.values()[
                        world.fault(
                                OnTheWayBack.values().length - 1,
                                world.weather().back(),
                                "reply")];
        switch (fate) {
            case ARRIVES -> hear(request, reply, ear);
            case BREAKS -> world.after(delay(), life, ear::broken);
            case VANISHES -> {}
            case CUT -> hear(request, new WireReply(reply.status(), reply.headers(), cut(reply.body())), ear);
            case THINNED -> hear(request, Thinning.of(request, reply, world), ear);
        }
    }

    private void hear(WireRequest request, WireReply reply, Ear ear) {
        WireReply heard =
                mutant == Mutant.TAKES_SILENCE_FOR_SUCCESS && request.path().equals(SyncPaths.PUSH)
                        ? Thinning.undone(request, reply)
                        : reply;
        world.after(delay(), life, () -> ear.reply(heard));
    }

    private byte[] cut(byte[] body) {
        return body.length == 0 ? body : Arrays.copyOf(body, world.pick(body.length));
    }

    private WireReply loginPage() {
        byte[] page = "<html><body>Welcome to our free network</body></html>".getBytes(StandardCharsets.UTF_8);
        return switch (world.pick(3)) {
            case 0 -> new WireReply(200, Map.of("Content-Type", "text/html"), page);
            case 1 -> new WireReply(302, Map.of("Location", "http://login"), new byte[0]);
            default ->
                new WireReply(200, Map.of("Content-Type", "application/json"), "{}".getBytes(StandardCharsets.UTF_8));
        };
    }

    static WireRequest with(WireRequest request, Map<String, String> headers, byte[] body) {
        return new WireRequest(request.server(), request.method(), request.path(), headers, body);
    }

    private record Deaf() implements Ear {
        @Override
        public void reply(WireReply reply) {}

        @Override
        public void broken() {}
    }
}
