package nl.bereik.mobile.app;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.capture.ContactFormViewModel;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.capture.NewTelling;
import nl.bereik.mobile.capture.TakeBackViewModel;
import nl.bereik.mobile.inbox.NeedFormViewModel;
import nl.bereik.mobile.inbox.NeedStart;
import nl.bereik.mobile.need.NeedDraft;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.today.TodayLine;
import nl.bereik.protocol.contact.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What is being filled in while the phone is open, one form at a time; nothing of it is kept. */
final class Forms {
    private final Phone phone;
    private final Background work;
    private final Needs needs;
    private @Nullable ContactFormViewModel form;
    private @Nullable NeedFormViewModel needForm;
    private @Nullable BooleanSupplier other;

    Forms(Phone phone, Background work, Needs needs) {
        this.phone = phone;
        this.work = work;
        this.needs = needs;
    }

    /** Opens the form that raises a need. @param storing as in the form */
    NeedFormViewModel need(NeedStart start, BiConsumer<UUID, NeedDraft> storing, Consumer<UUID> stored) {
        NeedFormViewModel opened = new NeedFormViewModel(phone.reference().data(), needs, work, start, storing, stored);
        close();
        needForm = opened;
        return opened;
    }

    /** Whether something is filled in that was not saved. */
    boolean isSomethingTold() {
        return isContactTold() || isNeedTold() || isOtherTold();
    }

    /** Whether something is filled in of a contact that was not saved. */
    boolean isContactTold() {
        return form != null && form.touched();
    }

    /** Whether something is filled in of a need that was not saved. */
    boolean isNeedTold() {
        return needForm != null && needForm.touched();
    }

    /** Something else is being filled in; whether anything was changed in it. */
    void other(BooleanSupplier touched) {
        close();
        other = touched;
    }

    /** Whether something else is filled in that was not saved. */
    boolean isOtherTold() {
        return other != null && other.getAsBoolean();
    }

    /** Opens a form with what was last used filled in. */
    ContactFormViewModel newContact(Consumer<UUID> stored) {
        Outbox outbox = phone.outbox();
        return open(
                Draft.afterLast(outbox.items()),
                List.of(),
                telling -> {
                    UUID opId = outbox.newId();
                    return outbox.save(opId, telling.under(opId));
                },
                stored);
    }

    /**
     * Opens a form with a contact as it was last told, and what the server has against that.
     *
     * @param storing makes what is in the form durable in its place
     */
    ContactFormViewModel contact(TodayLine line, Function<NewTelling, UUID> storing, Consumer<UUID> stored) {
        List<FieldProblem> problems = line.state() == ItemState.NEEDS_REPAIR ? line.problems() : List.of();
        return open(line.contact(), problems, storing, stored);
    }

    /** Asks whether a contact was none. */
    TakeBackViewModel takingBack(Supplier<UUID> taking, Consumer<UUID> taken) {
        return new TakeBackViewModel(work, taking, taken);
    }

    private ContactFormViewModel open(
            Draft start, List<FieldProblem> problems, Function<NewTelling, UUID> storing, Consumer<UUID> stored) {
        ContactFormViewModel opened = new ContactFormViewModel(
                phone.reference().data(),
                phone.parts().clock(),
                work,
                start,
                problems,
                new TextSealer(phone.teamKeys()),
                storing,
                stored);
        close();
        form = opened;
        return opened;
    }

    /** Nothing is being filled in any more. */
    void close() {
        form = null;
        needForm = null;
        other = null;
    }
}
