package nl.bereik.mobile.app;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import nl.bereik.mobile.trajectory.KnownTrajectory;
import nl.bereik.mobile.trajectory.Trajectories;
import nl.bereik.mobile.trajectory.TrajectoriesView;
import nl.bereik.mobile.trajectory.TrajectoriesViewModel;
import nl.bereik.mobile.trajectory.TrajectoryPageView;
import nl.bereik.mobile.trajectory.TrajectoryPageViewModel;
import nl.bereik.mobile.trajectory.TrajectoryStartView;
import nl.bereik.mobile.trajectory.TrajectoryStartViewModel;
import org.jspecify.annotations.Nullable;

/** The trajectories, one of them, and the form that starts one. */
final class TrajectoryScreens {
    /** As long as a step can be taken back without the server having known of it. */
    private static final Duration SEND_AFTER = Duration.ofSeconds(9);

    private final Session open;
    private final House house;
    private final Runnable before;
    private final Trajectories trajectories;

    /** @param before shows the screen from which one came */
    TrajectoryScreens(Session open, House house, Runnable before) {
        this.open = open;
        this.house = house;
        this.before = before;
        this.trajectories = new Trajectories(open.phone());
    }

    void list() {
        open.forms().close();
        TrajectoriesViewModel model = new TrajectoriesViewModel(open.phone(), open.work());
        open.lookAt(model::close);
        house.show(new TrajectoriesView(
                        model,
                        house.texts(),
                        id -> page(id, this::list),
                        () -> form(null, null, opId -> startedFrom(opId, this::list), this::list),
                        before,
                        house::hide)
                .node());
    }

    /** The form for a trajectory that starts from a need. */
    void from(UUID need) {
        form(need, null, opId -> startedFrom(opId, before), before);
    }

    void page(UUID id) {
        page(id, before);
    }

    private void page(UUID id, Runnable back) {
        open.forms().close();
        TrajectoryPageViewModel model = new TrajectoryPageViewModel(
                open.phone(), open.work(), id, () -> open.sync().in(SEND_AFTER));
        open.lookAt(model::close);
        house.show(new TrajectoryPageView(model, house.texts(), new TrajectoryPageView.Ways() {
                    @Override
                    public void startAgain(KnownTrajectory.Step refused) {
                        Runnable again = () -> page(id, back);
                        form(
                                null,
                                refused,
                                opId -> {
                                    again.run();
                                    open.sync().in(SEND_AFTER);
                                },
                                again);
                    }

                    @Override
                    public void back() {
                        back.run();
                    }

                    @Override
                    public void hide() {
                        house.hide();
                    }
                })
                .node());
    }

    private void startedFrom(UUID opId, Runnable back) {
        open.sync().in(SEND_AFTER);
        trajectories.all().stream()
                .filter(known ->
                        known.history().stream().anyMatch(step -> step.opId().equals(opId)))
                .findFirst()
                .ifPresentOrElse(known -> page(known.id(), back), back);
    }

    private void form(
            @Nullable UUID need, KnownTrajectory.@Nullable Step refused, Consumer<UUID> stored, Runnable back) {
        open.forms().close();
        open.lookAway();
        TrajectoryStartViewModel model = new TrajectoryStartViewModel(
                open.phone().reference().data(), trajectories, open.work(), need, refused, stored);
        open.forms().other(model::touched);
        house.show(new TrajectoryStartView(
                        model,
                        house.texts(),
                        () -> {
                            open.forms().close();
                            back.run();
                        },
                        house::hide)
                .node());
    }
}
