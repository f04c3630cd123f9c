package nl.bereik.mobile.app;

import java.util.UUID;
import java.util.function.BiConsumer;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.inbox.ColleaguesView;
import nl.bereik.mobile.inbox.InboxView;
import nl.bereik.mobile.inbox.NeedFormView;
import nl.bereik.mobile.inbox.NeedPage;
import nl.bereik.mobile.inbox.NeedPageView;
import nl.bereik.mobile.inbox.NeedPageViewModel;
import nl.bereik.mobile.inbox.NeedStart;
import nl.bereik.mobile.need.NeedDraft;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.NeedAct;

/** The needs, one need and the form that raises one, and the ways between them. */
final class NeedScreens {
    private final Session open;
    private final House house;
    private final Runnable today;

    /** @param today shows the screen of today */
    NeedScreens(Session open, House house, Runnable today) {
        this.open = open;
        this.house = house;
        this.today = today;
    }

    void inbox() {
        open.forms().close();
        house.show(
                new InboxView(open.openInbox(), house.texts(), this::page, this::byItself, today, house::hide).node());
    }

    /** The form for a need that comes from a contact that was saved just now. */
    void from(UUID item) {
        open.phone().outbox().items().stream()
                .filter(each -> each.opId().equals(item))
                .findFirst()
                .ifPresentOrElse(
                        telling -> form(NeedStart.of(telling.root(), told(telling)), open.needs()::raise, today),
                        today);
    }

    private static Draft told(OutboxItem telling) {
        if (telling.isKind(ContactCodec.KIND)) {
            return Draft.of(telling.body());
        }
        return telling.body().get("contact") instanceof JsonObject contact ? Draft.of(contact) : Draft.EMPTY;
    }

    private void byItself() {
        Draft last = Draft.afterLast(open.phone().outbox().items());
        form(NeedStart.byItself(last.area()), open.needs()::raise, this::inbox);
    }

    private void form(NeedStart start, BiConsumer<UUID, NeedDraft> storing, Runnable back) {
        open.lookAway();
        house.show(new NeedFormView(
                        open.forms().need(start, storing, id -> {
                            back.run();
                            open.sync().now();
                        }),
                        house.texts(),
                        back,
                        house::hide)
                .node());
    }

    private void page(UUID id) {
        show(open.openNeed(id), id);
    }

    private void show(NeedPageViewModel model, UUID id) {
        house.show(new NeedPageView(model, house.texts(), new NeedPageView.Ways() {
                    @Override
                    public void repair(NeedPage refused) {
                        Needs needs = open.needs();
                        form(
                                NeedStart.again(refused),
                                (fresh, draft) -> needs.raiseAgain(id, fresh, draft),
                                NeedScreens.this::inbox);
                    }

                    @Override
                    public void startTrajectory() {
                        new TrajectoryScreens(open, house, () -> page(id)).from(id);
                    }

                    @Override
                    public void choose(NeedAct act) {
                        model.pageProperty().get().ifPresent(page -> colleagues(page, act, model, id));
                    }

                    @Override
                    public void back() {
                        inbox();
                    }

                    @Override
                    public void hide() {
                        house.hide();
                    }
                })
                .node());
    }

    private void colleagues(NeedPage page, NeedAct act, NeedPageViewModel model, UUID id) {
        Runnable back = () -> show(model, id);
        house.show(new ColleaguesView(
                        page,
                        act,
                        house.texts(),
                        account -> {
                            model.name(act, account);
                            back.run();
                        },
                        back,
                        house::hide)
                .node());
    }
}
