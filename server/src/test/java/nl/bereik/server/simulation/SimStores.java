package nl.bereik.server.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.enrolment.CodeStore;
import nl.bereik.server.enrolment.MemoryCodeStore;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.intake.CustodyLedger;
import nl.bereik.server.intake.MemoryCustodyLedger;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.intake.Quarantine;
import nl.bereik.server.reach.MemoryTallyStore;
import nl.bereik.server.reach.TallyStore;
import nl.bereik.server.signature.MemoryNonceStore;
import nl.bereik.server.signature.NonceStore;
import nl.bereik.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * What all servers store, and the ports through which one of them does: each call is an event of its own, at which the
 * store may fail or the server stop, before, half-way or after.
 */
final class SimStores {
    private static final Set<String> READS =
            Set.of("find", "all", "read", "uncountedDays", "on", "revisions", "of", "waiting", "resolved");
    private static final StoreUnavailableException UNAVAILABLE =
            new StoreUnavailableException(new IllegalStateException("the world says so"));
    private static final int CALL_MILLIS = 40;

    final MemoryContactStore contacts = new MemoryContactStore();
    final MemoryQuarantine quarantine = new MemoryQuarantine();
    final MemoryCustodyLedger ledger = new MemoryCustodyLedger();
    final MemoryTallyStore tallies = new MemoryTallyStore();
    final MemoryInstalls installs = new MemoryInstalls();
    final MemoryCodeStore codes = new MemoryCodeStore();

    /** Shared, for several servers use it; no step of its own, for all it can do is refuse. */
    final NonceStore nonces = new MemoryNonceStore(true);

    private final World world;
    private final Mutant mutant;

    SimStores(World world, Mutant mutant) {
        this.world = world;
        this.mutant = mutant;
    }

    /** The ports as one server has them during one life. */
    List<ServerParts.Port<?>> portsOf(SimServer server) {
        ContactStore stepped = around(ContactStore.class, contacts, server);
        TallyStore steppedTallies = around(TallyStore.class, tallies, server);
        return List.of(
                new ServerParts.Port<>(
                        ContactStore.class,
                        MutantStores.contacts(mutant, stepped, steppedTallies, contacts, server, world)),
                new ServerParts.Port<>(
                        TallyStore.class, MutantStores.counting(mutant, stepped, steppedTallies, contacts)),
                new ServerParts.Port<>(Quarantine.class, around(Quarantine.class, quarantine, server)),
                new ServerParts.Port<>(CustodyLedger.class, around(CustodyLedger.class, ledger, server)),
                new ServerParts.Port<>(Installs.class, around(Installs.class, installs, server)),
                new ServerParts.Port<>(CodeStore.class, around(CodeStore.class, codes, server)),
                new ServerParts.Port<>(NonceStore.class, nonces));
    }

    private enum Fault {
        NONE,
        FAILS_BEFORE,
        STOPS_BEFORE,
        FAILS_AFTER,
        STOPS_AFTER,
        FAILS_HALFWAY,
        STOPS_HALFWAY,
        FAILS_FOR_ONE
    }

    private <P> P around(Class<P> type, P target, SimServer server) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(target, arguments);
                    }
                    Mono<Object> step = Mono.create(sink -> world.after(
                            1 + world.pick(CALL_MILLIS),
                            server.life(),
                            () -> step(server, method, target, arguments, sink)));
                    return method.getReturnType() == Flux.class ? step.flatMapIterable(list -> (List<?>) list) : step;
                }));
    }

    private void step(SimServer server, Method method, Object target, Object[] arguments, MonoSink<Object> sink) {
        String what = server.name() + " " + method.getName();
        Object @Nullable [] half = half(method, arguments);
        int kinds = READS.contains(method.getName())
                ? 2
                : half == null ? 4 : method.getName().equals("insert") ? 7 : 6;
        Fault fault = Fault.values()[world.fault(kinds, world.weather().store(), what)];
        Supplier<Mono<Object>> call = () -> call(method, target, arguments);
        switch (fault) {
            case NONE -> call.get().subscribe(sink::success, sink::error, sink::success);
            case FAILS_BEFORE -> sink.error(UNAVAILABLE);
            case STOPS_BEFORE -> server.stop();
            case FAILS_AFTER -> {
                call.get().subscribe();
                sink.error(UNAVAILABLE);
            }
            case STOPS_AFTER -> {
                call.get().subscribe();
                server.stop();
            }
            case FAILS_HALFWAY -> {
                call(method, target, half).subscribe();
                sink.error(UNAVAILABLE);
            }
            case STOPS_HALFWAY -> {
                call(method, target, half).subscribe();
                server.stop();
            }
            case FAILS_FOR_ONE -> {
                List<?> batch = (List<?>) arguments[0];
                contacts.fail(((StoredContact) batch.get(world.pick(batch.size()))).opId());
                call.get().subscribe(sink::success, sink::error, sink::success);
                contacts.mend();
            }
        }
    }

    /** The call with the first half of what it is to write; null when that cannot be told. */
    private static Object @Nullable [] half(Method method, Object[] arguments) {
        if (READS.contains(method.getName())) {
            return null;
        }
        Object[] half = arguments.clone();
        for (int i = 0; i < half.length; i++) {
            if (half[i] instanceof Collection<?> all && all.size() > 1) {
                half[i] = new ArrayList<>(all).subList(0, all.size() / 2);
                return half;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Mono<Object> call(Method method, Object target, Object @Nullable [] arguments) {
        try {
            method.setAccessible(true);
            Object answer = method.invoke(target, arguments);
            return answer instanceof Flux<?> flux ? flux.collectList().cast(Object.class) : (Mono<Object>) answer;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
