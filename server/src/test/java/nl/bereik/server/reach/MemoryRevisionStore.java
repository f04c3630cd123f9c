package nl.bereik.server.reach;

import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Revisions in memory. */
public final class MemoryRevisionStore implements RevisionStore {
    private final TreeMap<Long, Kept> revisions = new TreeMap<>();

    private enum State {
        PROPOSED,
        BEGUN,
        DONE
    }

    private record Kept(RevisionPlan plan, State state) {
        boolean is(RevisionPlan other) {
            return plan.token().equals(other.token());
        }
    }

    synchronized void clear() {
        revisions.clear();
    }

    @Override
    public Flux<Revision> all() {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(revisions.values().stream()
                        .filter(kept -> kept.state() != State.PROPOSED)
                        .map(kept -> kept.plan().revision())
                        .toList());
            }
        });
    }

    @Override
    public Mono<RevisionPlan> open() {
        return Flux.defer(() -> {
                    synchronized (this) {
                        return Flux.fromIterable(revisions.values().stream()
                                .filter(kept -> kept.state() != State.DONE)
                                .map(kept -> new RevisionPlan(
                                        kept.plan().revision(),
                                        kept.plan().token(),
                                        kept.state() == State.BEGUN,
                                        kept.plan().tallies(),
                                        kept.plan().recounts()))
                                .toList());
                    }
                })
                .next();
    }

    @Override
    public Mono<Boolean> propose(RevisionPlan plan) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return revisions.putIfAbsent(plan.revision().number(), new Kept(plan, State.PROPOSED)) == null;
            }
        });
    }

    @Override
    public Mono<Boolean> begin(RevisionPlan plan) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                Kept kept = revisions.get(plan.revision().number());
                boolean mine = kept != null && kept.is(plan) && kept.state() == State.PROPOSED;
                if (mine) {
                    revisions.put(plan.revision().number(), new Kept(plan, State.BEGUN));
                }
                return mine;
            }
        });
    }

    @Override
    public Mono<Void> withdraw(RevisionPlan plan) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                revisions.values().removeIf(kept -> kept.is(plan) && kept.state() == State.PROPOSED);
            }
        });
    }

    @Override
    public Mono<Void> finish(RevisionPlan plan) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                revisions.computeIfPresent(
                        plan.revision().number(), (number, kept) -> kept.is(plan) ? new Kept(plan, State.DONE) : kept);
            }
        });
    }
}
