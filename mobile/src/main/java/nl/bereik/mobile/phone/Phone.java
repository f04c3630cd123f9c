package nl.bereik.mobile.phone;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import nl.bereik.mobile.backlog.ImportSecret;
import nl.bereik.mobile.disk.InUseException;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryCodec;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.mobile.journal.Journal;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.kept.Kept;
import nl.bereik.mobile.lease.Lease;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.push.PushTelling;
import nl.bereik.mobile.reference.Reference;
import nl.bereik.mobile.settings.Settings;
import nl.bereik.mobile.state.PulledState;
import nl.bereik.mobile.teamkey.TeamKeys;
import nl.bereik.mobile.wipe.Wipe;
import nl.bereik.protocol.reference.ReferenceData;

/**
 * A phone whose journal has been opened: the state of every feature, rebuilt from the journal, and the one way to
 * change it. Thread-safe. Closing it forgets the key.
 */
public final class Phone implements EntryLog, AutoCloseable {
    /** From this many items that may leave, unlocking compacts the journal. */
    private static final int WORTH_COMPACTING = 200;

    /** Saved, numbered, settled. */
    private static final long ENTRIES_AN_ITEM = 3;

    /** From this many other entries, most of them ends of sync rounds, it does so too. */
    private static final long ENTRIES_TOO_MANY = 2_000;

    private final PhoneParts parts;
    private final Closeable lock;
    private final Journal journal;
    private final Recovery recovery;
    private final Outbox outbox;
    private final Enrolment enrolment;
    private final Settings settings;
    private final PulledState state;
    private final Reference reference;
    private final ImportSecret importSecret;
    private final TeamKeys teamKeys;
    private final Lease lease;
    private final PushTelling push;
    private final Kept kept = new Kept();
    private final Outside outside;
    private volatile int pinDigits;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Phone(PhoneParts parts, Closeable lock, Journal.Opened opened) {
        this.parts = parts;
        this.lock = lock;
        this.journal = opened.journal();
        this.recovery = opened.recovery();
        this.outbox = new Outbox(this, parts.clock(), parts.random(), () -> reference()
                .data()
                .dayOf(parts.clock().instant()));
        this.enrolment = new Enrolment(this, parts.keys());
        this.settings = new Settings(this);
        this.state = new PulledState(this, ReferenceData.gelderlandZuid().record());
        this.reference = new Reference();
        this.importSecret = new ImportSecret(this, parts.random());
        this.teamKeys = new TeamKeys(this, parts.random());
        this.lease = new Lease(this, parts.clock());
        this.push = new PushTelling(enrolment::install, settings);
        this.outside = new Outside(parts, reference, enrolment);
        opened.entries().forEach(entry -> apply(EntryCodec.decode(entry)));
    }

    /**
     * Whether a PIN has been chosen in this storage. First ends a wipe or an erasure that was cut off.
     *
     * @throws JournalException when the disk fails
     */
    public static boolean exists(PhoneParts parts) {
        try {
            Wipe.finish(parts.disk());
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        return parts.pinLock().exists();
    }

    /**
     * Opens the phone with its PIN, or makes a new one with this PIN when the storage is empty. Takes about half a
     * second on purpose.
     *
     * @throws JournalException with WRONG_PIN, IN_USE, KEY_DAMAGED and what the disk can do
     */
    public static Phone open(PhoneParts parts, Pin pin) {
        Closeable lock = lock(parts);
        try {
            SecretKey key = exists(parts)
                    ? parts.pinLock().unlock(pin)
                    : parts.pinLock().create(pin, parts.cost());
            Phone phone = new Phone(parts, lock, Journal.open(parts.disk(), key, parts.random()));
            phone.pinDigits = pin.digits().length();
            phone.lease.look();
            phone.outbox.mend();
            phone.compactIfWorthwhile();
            phone.outside.keep();
            return phone;
        } catch (RuntimeException e) {
            closeQuietly(lock, e);
            throw e;
        }
    }

    /** Chooses another PIN. @throws JournalException with WRONG_PIN when the old one is wrong */
    public void changePin(Pin old, Pin fresh) {
        parts.pinLock().change(old, fresh, parts.cost());
        pinDigits = fresh.digits().length();
    }

    /** Whether the PIN has fewer digits than the organisation asks for now. */
    public boolean isPinShort() {
        return pinDigits < reference.data().settings().minPinDigits();
    }

    /** What was found when the journal was opened. */
    public Recovery recovery() {
        return recovery;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Enrolment enrolment() {
        return enrolment;
    }

    public Settings settings() {
        return settings;
    }

    public PulledState state() {
        return state;
    }

    public Reference reference() {
        return reference;
    }

    public ImportSecret importSecret() {
        return importSecret;
    }

    public TeamKeys teamKeys() {
        return teamKeys;
    }

    /** What is remembered of items that have left. */
    public Kept kept() {
        return kept;
    }

    public PushTelling push() {
        return push;
    }

    /** Whether this phone may show what it holds. */
    public Lease.Leave leave() {
        return lease.leave(reference.data().settings().offlineDays());
    }

    /** The server has revoked this phone; durable on return, until a sync succeeds or the phone is enrolled again. */
    public void revoked() {
        lease.revoked();
    }

    /** The parts that this phone was opened with. */
    public PhoneParts parts() {
        return parts;
    }

    /**
     * Calls back after every change, on the thread that made it and holding no promise about order.
     *
     * @return lets go of the listener; it may still be called once by a change that is being made
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How many are called back. */
    int listeners() {
        return listeners.size();
    }

    @Override
    public void record(List<? extends Entry> entries) {
        synchronized (this) {
            journal.append(entries.stream().map(EntryCodec::encode).toList());
            entries.forEach(this::apply);
        }
        if (entries.stream().anyMatch(Outside::isChangedBy)) {
            outside.keep();
        }
        listeners.forEach(Runnable::run);
    }

    /** Rewrites the journal without the items that may leave the phone. */
    public void compact() {
        synchronized (this) {
            List<Entry> entries = new ArrayList<>();
            entries.addAll(settings.compacted());
            entries.addAll(reference.compacted());
            entries.addAll(state.compacted());
            entries.addAll(importSecret.compacted());
            entries.addAll(enrolment.compacted());
            entries.addAll(teamKeys.compacted());
            entries.addAll(kept.compacted(
                    outbox.thatLeave(keep()),
                    outbox.items(),
                    reference.data().dayOf(parts.clock().instant())));
            entries.addAll(outbox.compacted(keep()));
            entries.addAll(lease.compacted());
            journal.rewrite(entries.stream().map(EntryCodec::encode).toList());
        }
    }

    private void compactIfWorthwhile() {
        long needed = ENTRIES_AN_ITEM * outbox.items().size();
        if (outbox.mayLeave(keep()) >= WORTH_COMPACTING || journal.entries() - needed >= ENTRIES_TOO_MANY) {
            compact();
        }
    }

    private Duration keep() {
        return Duration.ofDays(reference.data().settings().keepDays());
    }

    private void apply(Entry entry) {
        outbox.apply(entry);
        enrolment.apply(entry);
        settings.apply(entry);
        state.apply(entry);
        reference.apply(entry);
        importSecret.apply(entry);
        teamKeys.apply(entry);
        lease.apply(entry);
        kept.apply(entry);
    }

    @Override
    public void close() {
        synchronized (this) {
            try (lock) {
                journal.close();
            } catch (IOException e) {
                throw new JournalException(Reason.DISK_FAILED, "the journal could not be closed", e);
            }
        }
    }

    private static Closeable lock(PhoneParts parts) {
        try {
            return parts.disk().lock();
        } catch (InUseException e) {
            throw new JournalException(Reason.IN_USE, "another Bereik is using this folder", e);
        } catch (IOException e) {
            throw new JournalException(Reason.DISK_FAILED, "the disk failed", e);
        }
    }

    private static void closeQuietly(Closeable lock, RuntimeException reason) {
        try {
            lock.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
