package nl.bereik.mobile.app;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.bereik.mobile.activity.ActivityFormView;
import nl.bereik.mobile.activity.ActivityFormView.TakeBack;
import nl.bereik.mobile.activity.ActivityFormViewModel;
import nl.bereik.mobile.activity.ActivityStart;
import nl.bereik.mobile.activity.OtherLine;
import nl.bereik.mobile.activity.OtherMenuView;
import nl.bereik.mobile.activity.RefusedView;
import nl.bereik.mobile.month.MonthView;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OtherItems;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import org.jspecify.annotations.Nullable;

/** What is told and looked at beside contacts and needs, and the ways between these screens. */
final class OtherScreens {
    private final Session open;
    private final House house;
    private final Runnable today;

    /** @param today shows the screen of today */
    OtherScreens(Session open, House house, Runnable today) {
        this.open = open;
        this.house = house;
        this.today = today;
    }

    void menu() {
        open.forms().close();
        open.lookAway();
        house.show(new OtherMenuView(house.texts(), new OtherMenuView.Ways() {
                    @Override
                    public void activity(String kind) {
                        fresh(kind);
                    }

                    @Override
                    public void trajectories() {
                        trajectoryScreens().list();
                    }

                    @Override
                    public void month() {
                        OtherScreens.this.month();
                    }

                    @Override
                    public void back() {
                        today.run();
                    }

                    @Override
                    public void hide() {
                        house.hide();
                    }
                })
                .node());
    }

    TrajectoryScreens trajectoryScreens() {
        return new TrajectoryScreens(open, house, this::menu);
    }

    /** A line of the list of today: an activity can be told anew, a step is seen on the page of its trajectory. */
    void line(OtherLine line) {
        Activity told = line.activity();
        if (told != null) {
            again(line, told);
        } else if (line.step() != null && !line.takenBack()) {
            new TrajectoryScreens(open, house, today).page(line.step().trajectory());
        } else if (line.state() == ItemState.NEEDS_REPAIR) {
            refused(line);
        }
    }

    private void fresh(String kind) {
        Outbox outbox = open.phone().outbox();
        form(
                ActivityStart.afterLast(kind, outbox.items()),
                activity -> {
                    UUID opId = outbox.newId();
                    outbox.others().save(opId, kind, ActivityCodec.SCHEMA, ActivityCodec.encode(activity));
                    return opId;
                },
                null,
                this::menu);
    }

    private void again(OtherLine line, Activity told) {
        Outbox outbox = open.phone().outbox();
        boolean refused = line.state() == ItemState.NEEDS_REPAIR;
        form(
                ActivityStart.of(told, refused ? line.problems() : List.of()),
                activity -> {
                    UUID opId = outbox.newId();
                    outbox.others()
                            .correct(
                                    line.opId(),
                                    outbox.newId(),
                                    new OtherItems.NewItem(
                                            opId, told.kind(), ActivityCodec.SCHEMA, ActivityCodec.encode(activity)));
                    return opId;
                },
                line,
                today);
    }

    private void form(ActivityStart start, Function<Activity, UUID> storing, @Nullable OtherLine told, Runnable back) {
        LocalDate day = open.today().overviewProperty().get().day();
        ActivityFormViewModel model =
                new ActivityFormViewModel(open.phone().reference().data(), day, open.work(), start, storing, opId -> {
                    today.run();
                    if (told == null) {
                        open.today().saved(opId);
                    } else {
                        open.today().corrected(opId);
                    }
                });
        open.forms().other(model::touched);
        house.show(new ActivityFormView(model, takeBack(told), house.texts(), new ActivityFormView.Ways() {
                    @Override
                    public void takeBack() {
                        if (told != null) {
                            OtherScreens.this.takeBack(told.opId());
                        }
                    }

                    @Override
                    public void close() {
                        open.forms().close();
                        back.run();
                    }

                    @Override
                    public void hide() {
                        house.hide();
                    }
                })
                .node());
    }

    private TakeBack takeBack(@Nullable OtherLine told) {
        if (told == null || told.takenBack()) {
            return TakeBack.NONE;
        }
        if (told.state() == ItemState.NEEDS_REPAIR) {
            return TakeBack.LOSING;
        }
        boolean sent = open.phone().outbox().items().stream()
                .filter(item -> item.opId().equals(told.opId()))
                .anyMatch(OutboxItem::sent);
        return sent ? TakeBack.ASKING : TakeBack.AT_ONCE;
    }

    private void takeBack(UUID told) {
        Outbox outbox = open.phone().outbox();
        open.work()
                .run(
                        () -> outbox.others().takeBack(told, outbox.newId()),
                        opId -> {
                            today.run();
                            open.today().takenBack(opId);
                        },
                        failure -> today.run());
    }

    private void refused(OtherLine line) {
        house.show(new RefusedView(
                        line,
                        open.phone().reference().data(),
                        house.texts(),
                        () -> open.work()
                                .run(
                                        () -> open.phone().outbox().others().dismiss(line.opId()),
                                        done -> today.run(),
                                        failure -> today.run()),
                        today,
                        house::hide)
                .node());
    }

    private void month() {
        YearMonth month = YearMonth.from(open.today().overviewProperty().get().day());
        house.show(new MonthView(open.openMonth(month), house.texts(), this::menu, house::hide).node());
    }
}
