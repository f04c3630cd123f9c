package nl.bereik.server.reach;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls to ports that each wait until the test lets them happen, in whatever order it likes. */
final class Steps {
    private final List<Runnable> waiting = new ArrayList<>();

    /** The port, each call of which happens when its turn comes. */
    <P> P around(Class<P> port, P target) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    method.setAccessible(true);
                    Object answer = method.invoke(target, arguments);
                    if (answer instanceof Flux<?> flux) {
                        return later(flux.collectList().cast(Object.class)).flatMapIterable(list -> (List<?>) list);
                    }
                    return later(((Mono<?>) answer).cast(Object.class));
                }));
    }

    private Mono<Object> later(Mono<Object> call) {
        return Mono.create(sink -> waiting.add(() -> call.subscribe(sink::success, sink::error, sink::success)));
    }

    boolean areLeft() {
        return !waiting.isEmpty();
    }

    /** One of those that wait happens. */
    void any(SplittableRandom random) {
        waiting.remove(random.nextInt(waiting.size())).run();
    }

    /** One of those that wait never happens: who asked for it has stopped. */
    void lose(SplittableRandom random) {
        waiting.remove(random.nextInt(waiting.size()));
    }
}
