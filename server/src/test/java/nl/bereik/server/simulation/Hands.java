package nl.bereik.server.simulation;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.outbox.ItemIds;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/** What a user does with what is on a phone, written into the logbook beforehand. */
final class Hands {
    private final World world;
    private final SimPhone phone;
    private final Logbook logbook;
    private final SplittableRandom random;

    Hands(World world, SimPhone phone) {
        this.world = world;
        this.phone = phone;
        this.logbook = phone.logbook();
        this.random = new SplittableRandom(world.pick(Integer.MAX_VALUE));
    }

    void log(List<ContactMoment> contacts) {
        if (phone.phone() == null) {
            return;
        }
        logbook.saving(contacts.stream().map(Told::first).toList(), null);
        changes("log " + contacts.size(), open -> {
            if (contacts.size() == 1) {
                open.outbox().save(contacts.get(0));
            } else {
                open.outbox()
                        .saveAll(contacts.stream()
                                .map(contact -> new NewContact(ItemIds.random(random), contact, false))
                                .toList());
            }
        });
    }

    /** Takes back the newest item that was not sent, if there is one. */
    void withdraw() {
        phone.does("withdraw", open -> {
            List<OutboxItem> items = open.outbox().items().stream()
                    .filter(item -> !item.sent() && item.saved().replaces() == null)
                    .toList();
            if (!items.isEmpty()) {
                UUID opId = items.get(items.size() - 1).opId();
                logbook.withdrawing(opId);
                changes("withdraw " + opId, same -> same.outbox().withdraw(opId));
            }
        });
    }

    /** Tells a contact on the phone anew, or takes it back. */
    void correct(int which, @Nullable ContactMoment contact) {
        phone.does("correct", open -> {
            List<OutboxItem> items = open.outbox().items().stream()
                    .filter(item ->
                            item.saved().kind().equals(ContactCodec.KIND) && item.state() != ItemState.NEEDS_REPAIR)
                    .toList();
            if (items.isEmpty()) {
                return;
            }
            OutboxItem item = items.get(which % items.size());
            if (!item.sent()) {
                logbook.saving(contact == null ? List.of() : List.of(Told.first(contact)), item.opId());
            } else {
                UUID unsent = open.outbox().items().stream()
                        .filter(other -> other.root().equals(item.opId()) && other != item && !other.sent())
                        .map(OutboxItem::opId)
                        .findFirst()
                        .orElse(null);
                logbook.saving(List.of(Told.correction(item.opId(), contact)), unsent);
            }
            changes("correct " + item.opId(), same -> same.outbox().correct(item.opId(), contact));
        });
    }

    private static boolean isCorrected(Phone phone, UUID root) {
        return phone.outbox().items().stream()
                .anyMatch(item -> item.root().equals(root) && !item.opId().equals(root));
    }

    /** Repairs what the server refused, each with what the function makes of it. */
    void repair(UnaryOperator<ContactMoment> mend) {
        Phone now = phone.phone();
        if (now == null) {
            return;
        }
        for (OutboxItem item : now.outbox().items()) {
            if (item.state() == ItemState.NEEDS_REPAIR && phone.phone() == now) {
                ContactMoment mended =
                        mend.apply(Objects.requireNonNull(Told.by(item).contact(), "a taking back is not refused"));
                logbook.saving(
                        List.of(
                                isCorrected(now, item.root())
                                        ? Told.correction(item.root(), mended)
                                        : Told.first(mended)),
                        item.opId());
                changes("repair " + item.opId(), open -> open.outbox().repair(item.opId(), mended));
            }
        }
    }

    private void changes(String what, Consumer<Phone> action) {
        phone.does(what, open -> {
            try {
                action.accept(open);
            } catch (JournalException e) {
                logbook.failed(open);
                throw e;
            }
            world.note(phone.name() + " did " + what);
            logbook.settled(open);
        });
    }
}
