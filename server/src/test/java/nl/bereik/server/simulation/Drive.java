package nl.bereik.server.simulation;

import java.util.function.Consumer;
import nl.bereik.mobile.sync.Round;
import nl.bereik.mobile.sync.Step;
import nl.bereik.mobile.sync.WireReply;

/** What {@link nl.bereik.mobile.sync.SyncClient} does for a round, without waiting: sends and waits are planned. */
final class Drive<R> {
    private static final long PATIENCE_MILLIS = 30_000;

    private final World world;
    private final SimNetwork network;
    private final SimPhone phone;
    private final Round<R> round;
    private final Consumer<R> ended;
    private int exchange;

    Drive(World world, SimNetwork network, SimPhone phone, Round<R> round, Consumer<R> ended) {
        this.world = world;
        this.network = network;
        this.phone = phone;
        this.round = round;
        this.ended = ended;
    }

    void next() {
        phone.does("go on", open -> {
            Step<R> step = round.next();
            if (step instanceof Step.End<R> end) {
                phone.roundEnded();
                ended.accept(end.result());
            } else if (step instanceof Step.Wait<R> wait) {
                world.after(wait.duration().toMillis(), phone.life(), this::next);
            } else if (step instanceof Step.Send<R> send) {
                int now = ++exchange;
                world.after(PATIENCE_MILLIS, phone.life(), () -> silence(now, true));
                network.send(phone, send.request(), new SimNetwork.Ear() {
                    @Override
                    public void reply(WireReply reply) {
                        hear(now, reply);
                    }

                    @Override
                    public void broken() {
                        silence(now, false);
                    }
                });
            }
        });
    }

    private void hear(int of, WireReply reply) {
        if (of == exchange && phone.isDriving(this)) {
            exchange++;
            phone.does("hear " + reply.status(), open -> {
                round.replied(reply);
                phone.heard();
                next();
            });
        }
    }

    private void silence(int of, boolean timedOut) {
        if (of == exchange && phone.isDriving(this)) {
            exchange++;
            phone.does("hear nothing", open -> {
                round.noReply(timedOut);
                next();
            });
        }
    }
}
