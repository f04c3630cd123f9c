package nl.bereik.mobile.enrolment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.enrolment.EnrolReply;
import org.jspecify.annotations.Nullable;

/** Whether and where this phone is enrolled. Thread-safe; every change is durable when its call returns. */
public final class Enrolment {
    private final EntryLog log;
    private final InstallKeys keys;
    private Entry.@Nullable KeyMade candidate;
    private @Nullable Install install;

    public Enrolment(EntryLog log, InstallKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    /**
     * What this phone is to a server.
     *
     * @param server the address to which the paths of the protocol are added, without a slash at its end
     * @param approved whether it may sync; until then the coordinator has still to approve it
     */
    public record Install(URI server, String installId, String team, InstallKey key, boolean approved) {}

    /** The install; null while the phone is not enrolled. */
    public @Nullable Install install() {
        synchronized (log) {
            return install;
        }
    }

    /**
     * The key with which to enrol at a server: one that was made for it and not yet answered, or a new one, durable on
     * return. An install that the phone has stays in force until {@link #enrolled}.
     */
    public InstallKey keyFor(URI server) {
        synchronized (log) {
            if (candidate == null || !candidate.server().equals(server.toString())) {
                log.record(new Entry.KeyMade(server.toString(), keys.make().toPrivateJwk()));
            }
            return keys.read(Objects.requireNonNull(candidate).privateKey());
        }
    }

    /** A key with which this install may go on as another; as {@link #keyFor}. The phone is enrolled. */
    public InstallKey keyForRenewal() {
        synchronized (log) {
            return keyFor(Objects.requireNonNull(install).server());
        }
    }

    /** Notes that the server took the phone in. */
    public void enrolled(EnrolReply reply) {
        log.record(new Entry.Enrolled(reply.installId(), reply.team(), reply.approved()));
    }

    /** Notes whether the server lets the phone sync; no effect when that is known. */
    public void approval(boolean given) {
        synchronized (log) {
            if (install != null && install.approved() != given) {
                log.record(new Entry.Approval(given));
            }
        }
    }

    /** Changes the server's address and keeps the install. */
    public void serverMoved(URI server) {
        log.record(new Entry.ServerMoved(server.toString()));
    }

    /**
     * Reads an address that somebody typed: https, host, perhaps a port and a path. Unprotected http is for a server on
     * this device only.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static URI parseServer(String typed) {
        String text = typed.strip();
        if (!text.contains("://")) {
            text = "https://" + text;
        }
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(scheme.equals("http") && isThisDevice(uri.getHost()))
                    || uri.getHost() == null
                    || uri.getQuery() != null
                    || uri.getFragment() != null
                    || uri.getUserInfo() != null) {
                throw new IllegalArgumentException("not a server address");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a server address", e);
        }
    }

    private static boolean isThisDevice(@Nullable String host) {
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.KeyMade made) {
            candidate = made;
        } else if (entry instanceof Entry.Enrolled enrolled && candidate != null) {
            install = new Install(
                    URI.create(candidate.server()),
                    enrolled.installId(),
                    enrolled.team(),
                    keys.read(candidate.privateKey()),
                    enrolled.approved());
            candidate = null;
        } else if (entry instanceof Entry.Approval approval && install != null) {
            install =
                    new Install(install.server(), install.installId(), install.team(), install.key(), approval.given());
        } else if (entry instanceof Entry.ServerMoved moved && install != null) {
            install = new Install(
                    URI.create(moved.server()), install.installId(), install.team(), install.key(), install.approved());
        }
    }

    /** The entries that make this enrolment again; to be applied before those of the outbox. */
    public List<Entry> compacted() {
        List<Entry> entries = new ArrayList<>();
        if (install != null) {
            entries.add(
                    new Entry.KeyMade(install.server().toString(), install.key().toPrivateJwk()));
            entries.add(new Entry.Enrolled(install.installId(), install.team(), install.approved()));
        }
        if (candidate != null) {
            entries.add(candidate);
        }
        return entries;
    }
}
