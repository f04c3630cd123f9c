package nl.bereik.server.need;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Needs to which something is done just before somebody moves one for the first time. */
public final class MeanwhileStore {
    private MeanwhileStore() {}

    public static NeedStore over(NeedStore store, Runnable meanwhile) {
        AtomicBoolean done = new AtomicBoolean();
        return (NeedStore) Proxy.newProxyInstance(
                NeedStore.class.getClassLoader(), new Class<?>[] {NeedStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("move") && done.compareAndSet(false, true)) {
                        meanwhile.run();
                    }
                    return invoke(method, store, arguments);
                });
    }

    private static Object invoke(Method method, NeedStore store, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
