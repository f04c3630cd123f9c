package nl.bereik.server.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.enrolment.Enrolment;
import nl.bereik.server.install.Teams;
import nl.bereik.server.simulation.Violation.Promise;
import org.jspecify.annotations.Nullable;

/** One run: a time in which anything may go wrong, then one in which nothing does, then what must hold. */
final class Simulation {
    static final String TEAM = "team";

    private static final ReferenceData REFERENCE = ReferenceData.gelderlandZuid();

    /** With an area that phones already use and servers do not know at first. */
    private static final ReferenceData MENDED = ReferenceData.decode(REFERENCE
            .json()
            .text()
            .replaceFirst("\"areas\":\\s*\\[", "\"areas\":[\"Atlantis\",")
            .getBytes(StandardCharsets.UTF_8));

    private static final long FAULTY_MILLIS = 40 * 60_000L;
    private static final long MENDED_FOR_MILLIS = 5 * 60_000L;
    private static final int REAL_KEYS_EVERY = 1_000;
    private static final int COUNT_EVERY_MILLIS = 240_000;
    private static final int TIDY_EVERY_MILLIS = 20_000;
    private static final int MAX_QUIET_STEPS = 20_000;

    private final World world;
    private final List<SimServer> servers = new ArrayList<>();
    private final List<SimPhone> phones = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    private final Invariants invariants;
    private final Life counting = new Life();

    private Simulation(
            Choices choices,
            Weather weather,
            Mutant mutant,
            boolean realKeys,
            boolean unknownAreas,
            int phoneCount,
            int serverCount) {
        world = new World(choices, weather);
        SimStores stores = new SimStores(world, mutant);
        invariants = new Invariants(stores);
        StandInKeys keys = new StandInKeys(realKeys);
        SplittableRandom random = new SplittableRandom(world.pick(Integer.MAX_VALUE));
        ServerParts.Chance chance = new ServerParts.Chance(
                random, keys.verifiers(mutant != Mutant.SIGNS_NO_BODY), new Teams(List.of(TEAM)));
        IntStream.rangeClosed(1, serverCount)
                .forEach(i -> servers.add(new SimServer("server" + i, world, stores, chance, REFERENCE)));
        SimNetwork network = new SimNetwork(world, servers, mutant);
        Enrolment coordinator = new Enrolment(
                stores.codes, stores.installs, new MemoryAuditTrail(), world.clock(() -> Duration.ZERO), random);
        Supplier<EnrolmentCode> codes = () ->
                coordinator.issue(TEAM, Enrolment.GOOD_FOR).blockOptional().orElseThrow();
        for (int i = 1; i <= phoneCount; i++) {
            SimPhone phone = new SimPhone("phone" + i, world, network, invariants, keys, mutant);
            phones.add(phone);
            users.add(new User(world, phone, unknownAreas ? MENDED : REFERENCE, codes, stores.installs));
        }
    }

    /**
     * What a run came to.
     *
     * @param violation null when every promise was kept
     */
    record Outcome(@Nullable Violation violation, List<String> trace) {}

    /** The run of a seed. */
    static Outcome ofSeed(long seed, Mutant mutant) {
        Choices choices = Choices.random(seed);
        Weather weather = Weather.of(choices);
        Simulation simulation = new Simulation(
                choices,
                weather,
                mutant,
                seed % REAL_KEYS_EVERY == 0,
                choices.pick(4) == 0,
                1 + choices.pick(3),
                1 + choices.pick(2));
        simulation.world.note(weather.toString());
        return simulation.outcome(simulation::anEvening);
    }

    /** The run of the small model: two phones, three contacts, one server. */
    static Outcome small(Choices choices, Mutant mutant) {
        Simulation simulation = new Simulation(choices, Weather.EVERYTHING, mutant, false, false, 2, 1);
        return simulation.outcome(simulation::threeContacts);
    }

    private Outcome outcome(Runnable run) {
        try {
            run.run();
            return new Outcome(null, world.trace());
        } catch (Violation e) {
            return new Outcome(e, world.trace());
        } catch (RuntimeException | PowerCut e) {
            return new Outcome(new Violation(Promise.NO_SURPRISE, e), world.trace());
        }
    }

    private void anEvening() {
        servers.forEach(SimServer::start);
        servers.forEach(this::countNowAndThen);
        world.faulty(true);
        phones.forEach(SimPhone::open);
        users.forEach(User::begin);
        world.runUntil(FAULTY_MILLIS - MENDED_FOR_MILLIS);
        servers.forEach(server -> server.configure(MENDED));
        world.runUntil(FAULTY_MILLIS);
        users.forEach(User::stop);
        becomeQuiet();
    }

    private void threeContacts() {
        servers.forEach(SimServer::start);
        users.forEach(User::tidiesUp);
        world.runUntil(60_000);
        users.forEach(User::isApproved);
        world.faulty(true);
        for (int i = 0; i < phones.size(); i++) {
            SimPhone phone = phones.get(i);
            User user = users.get(i);
            user.logs(phones.size() - i);
            world.after(1_000 + i, counting, phone::sync);
        }
        world.after(2_000, counting, () -> servers.forEach(SimServer::count));
        world.after(4_000, counting, () -> servers.forEach(SimServer::count));
        world.runUntil(180_000);
        becomeQuiet();
    }

    private void countNowAndThen(SimServer server) {
        world.after(1 + world.pick(COUNT_EVERY_MILLIS), counting, () -> {
            server.count();
            countNowAndThen(server);
        });
    }

    private void becomeQuiet() {
        world.faulty(false);
        counting.end();
        phones.forEach(SimPhone::forgetLastSync);
        tidyUp(false);
        world.runOut(MAX_QUIET_STEPS);
        invariants.quiet(phones);
    }

    /** Until everybody has sent all and turns of counting that began after that find nothing. */
    private void tidyUp(boolean sentBefore) {
        invariants.areAsLogged();
        boolean sent = true;
        for (User user : users) {
            sent &= user.tidiesUp();
        }
        if (sent && sentBefore && servers.stream().allMatch(SimServer::foundNothing)) {
            return;
        }
        if (sent) {
            servers.forEach(SimServer::count);
        }
        servers.get(0).review();
        boolean sentNow = sent;
        world.after(TIDY_EVERY_MILLIS, new Life(), () -> tidyUp(sentNow));
    }
}
