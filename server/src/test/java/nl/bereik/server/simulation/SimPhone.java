package nl.bereik.server.simulation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.EnrolResult;
import nl.bereik.mobile.sync.EnrolRound;
import nl.bereik.mobile.sync.Round;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.sync.SyncRound;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.simulation.Violation.Promise;
import org.jspecify.annotations.Nullable;

/** The real phone on a simulated disk and clock. It can stop in every change to its disk. */
final class SimPhone {
    private static final URI SERVER = URI.create("http://server");
    private static final Pin PIN = new Pin("2468");
    private static final PinLock.Cost CHEAP = new PinLock.Cost(8, 1);
    private static final int PATIENCE = 3;

    private final String name;
    private final World world;
    private final SimNetwork network;
    private final Invariants invariants;
    private final SimDisk disk;
    private final PhoneParts parts;
    private final Logbook logbook;
    private final SplittableRandom random;
    private Duration wrongBy = Duration.ZERO;
    private Life life = new Life();
    private @Nullable Phone phone;
    private @Nullable Drive<?> drive;
    private @Nullable EnrolmentCode code;
    private @Nullable SyncResult lastSync;
    private Map<String, byte[]> backup = Map.of();
    private boolean restored;
    private boolean restoring;

    SimPhone(String name, World world, SimNetwork network, Invariants invariants, StandInKeys keys, Mutant mutant) {
        this.name = name;
        this.world = world;
        this.network = network;
        this.invariants = invariants;
        this.disk = new SimDisk(world, name, mutant != Mutant.DOES_NOT_FORCE);
        this.random = new SplittableRandom(world.pick(Integer.MAX_VALUE) + (long) name.hashCode());
        this.parts = new PhoneParts(disk, world.clock(() -> wrongBy), random, keys, CHEAP);
        this.logbook = new Logbook(name, invariants::isStored);
    }

    String name() {
        return name;
    }

    SimDisk disk() {
        return disk;
    }

    Logbook logbook() {
        return logbook;
    }

    /** The open phone; null while it is off. */
    @Nullable Phone phone() {
        return phone;
    }

    boolean isSyncing() {
        return drive != null;
    }

    boolean isDriving(Drive<?> one) {
        return drive == one;
    }

    /** How the last sync round ended; null when none did since the phone was opened. */
    @Nullable SyncResult lastSync() {
        return lastSync;
    }

    /** Whether the last sync was complete and left nothing. */
    boolean hasSentAll() {
        Phone open = phone;
        SyncResult last = lastSync;
        return open != null
                && last != null
                && last.end() == SyncResult.End.COMPLETE
                && drive == null
                && open.outbox().status().waiting() == 0
                && open.outbox().status().needsRepair() == 0
                && open.outbox().status().underReview() == 0;
    }

    void forgetLastSync() {
        lastSync = null;
    }

    Clock clock() {
        return parts.clock();
    }

    /** From now on the phone's clock is wrong by this. */
    void setClock(Duration by) {
        wrongBy = by;
        world.note(name + " clock is wrong by " + by);
    }

    /** Switches the phone on. When its disk is full it may stay off. */
    void open() {
        if (phone != null) {
            return;
        }
        life = new Life();
        try {
            Phone opened = Phone.open(parts, PIN);
            phone = opened;
            world.note(name + " opened " + opened.recovery());
            if (restoring) {
                restoring = false;
                logbook.restored(opened);
            } else {
                logbook.reopened(opened);
            }
            enrolled();
            heard();
        } catch (PowerCut e) {
            stopped();
        } catch (JournalException e) {
            world.note(name + " does not open: " + e.reason());
            if (e.reason() != JournalException.Reason.DISK_FULL) {
                throw new Violation(Promise.SAVED_IS_SAVED, e);
            }
        }
    }

    /** Whether this phone ever went back to a backup. */
    boolean wasRestored() {
        return restored;
    }

    void backUp() {
        backup = disk.backup();
        world.note(name + " is backed up");
    }

    /** The phone goes back to its last backup, if there is one. */
    void restore() {
        if (backup.isEmpty()) {
            return;
        }
        world.note(name + " is restored");
        cut();
        restored = true;
        disk.restore(backup);
        restoring = true;
        open();
    }

    /** The battery is taken out. */
    void cut() {
        if (phone != null) {
            world.note(name + " is cut");
            stopped();
        }
    }

    /** The user locks it. */
    void close() {
        does("close", open -> {
            open.close();
            end();
        });
    }

    void compact() {
        does("compact", Phone::compact);
    }

    /** Starts to enrol, unless something is under way. */
    void enrol(Supplier<EnrolmentCode> codes) {
        does("enrol", open -> {
            if (drive == null && open.enrolment().install() == null) {
                EnrolmentCode typed = code == null ? codes.get() : code;
                code = typed;
                start(new EnrolRound(open, SERVER, typed), this::enrolEnded);
            }
        });
    }

    private void enrolEnded(EnrolResult result) {
        world.note(name + " enrol " + result);
        if (result.refusal() == Reason.EXPIRED_CODE || result.refusal() == Reason.USED_CODE) {
            code = null;
        }
        enrolled();
    }

    private void enrolled() {
        Enrolment.Install install = phone == null ? null : phone.enrolment().install();
        if (install != null) {
            invariants.enrolled(install.installId(), this);
        }
    }

    /** Starts a sync round, unless something is under way. */
    void sync() {
        does("sync", open -> {
            if (drive == null) {
                start(new SyncRound(open, PATIENCE), result -> {
                    lastSync = result;
                    world.note(name + " sync " + result);
                });
            }
        });
    }

    private <R> void start(Round<R> round, Consumer<R> ended) {
        Drive<R> fresh = new Drive<>(world, network, this, round, ended);
        drive = fresh;
        fresh.next();
    }

    void roundEnded() {
        drive = null;
    }

    /** The reply changed what the phone believes. */
    void heard() {
        Phone open = phone;
        if (open != null) {
            enrolled();
            invariants.heard(this, logbook.newlyArrived(open));
        }
    }

    /** Does something with the open phone, which may stop or fail in it. */
    void does(String what, Consumer<Phone> action) {
        Phone open = phone;
        if (open == null) {
            return;
        }
        try {
            action.accept(open);
        } catch (PowerCut e) {
            world.note(name + " stops in " + what);
            stopped();
        } catch (JournalException e) {
            world.note(name + " fails to " + what + ": " + e.reason());
            drive = null;
            open.outbox().sending().giveUp();
            if (e.reason() != JournalException.Reason.DISK_FULL) {
                close();
            }
        }
    }

    private void stopped() {
        disk.crashed();
        end();
    }

    private void end() {
        life.end();
        phone = null;
        drive = null;
        lastSync = null;
    }

    Life life() {
        return life;
    }
}
