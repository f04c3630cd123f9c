package nl.bereik.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import nl.bereik.server.store.StoreUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stops whoever uses the ports around it at one step: the n-th call, counted over all of them, fails before it has
 * done anything (2n) or after it has done all (2n + 1).
 */
public final class FaultLine {
    private final AtomicInteger calls = new AtomicInteger();
    private final int faultAt;

    public FaultLine(int faultAt) {
        this.faultAt = faultAt;
    }

    public int calls() {
        return calls.get();
    }

    /** The same port with the fault in it. */
    public <P> P around(Class<P> port, P target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getReturnType() == Mono.class) {
                return Mono.defer(() -> {
                    int call = calls.getAndIncrement();
                    Mono<?> does = (Mono<?>) invoke(method, target, arguments);
                    return faultAt == 2 * call ? fault() : faultAt == 2 * call + 1 ? does.then(fault()) : does;
                });
            }
            return Flux.defer(() -> {
                int call = calls.getAndIncrement();
                Flux<Object> does = ((Flux<?>) invoke(method, target, arguments)).cast(Object.class);
                return faultAt / 2 == call ? does.take(1).concatWith(fault()) : does;
            });
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Mono<T> fault() {
        return Mono.error(() -> new StoreUnavailableException(new IllegalStateException("stopped here by the test")));
    }
}
