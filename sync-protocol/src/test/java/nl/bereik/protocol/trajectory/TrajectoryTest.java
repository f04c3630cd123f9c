package nl.bereik.protocol.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.ExitSustained;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Relapse;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrajectoryTest {
    private static final UUID ID = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
    private static final UUID OTHER = UUID.fromString("0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22");
    private static final Start START = new Start(Gender.WOMAN, AgeBand.FROM_27, true, OTHER, OTHER);

    static List<TrajectoryStep> steps() {
        return List.of(
                new TrajectoryStep(ID, day(1), START, Map.of("newer", "field")),
                new TrajectoryStep(ID, day(1), new Start(Gender.MAN, AgeBand.UNDER_18, false, null, null)),
                new TrajectoryStep(ID, day(2), new InPhase(Phase.AFTERCARE, true)),
                new TrajectoryStep(ID, day(2), new InPhase(Phase.AFTERCARE, false)),
                new TrajectoryStep(ID, day(3), new End(TrajectoryEnd.EXITED)),
                new TrajectoryStep(ID, day(4), new ExitSustained()),
                new TrajectoryStep(ID, day(5), new Relapse()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepComesBackAsItWas(TrajectoryStep step) {
        assertThat(TrajectoryStepCodec.decode(TrajectoryStepCodec.encode(step))).isEqualTo(new Decoded.Whole<>(step));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'on':'2026-03-04','act':'END','end':'EXITED'}; trajectory; MISSING_FIELD",
                "{'trajectory':'7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11','on':'2026-03-04','act':'END'}; end; MISSING_FIELD",
                "{'trajectory':'7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11','on':'2026-03-04','act':'HOP'}; act; UNKNOWN_CODE",
                "{'trajectory':'7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11','on':'2026-03-04','act':'ENTER_PHASE',"
                        + "'phase':'HALFWAY'}; phase; UNKNOWN_CODE",
                "{'trajectory':'7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11','on':'2026-03-04','act':'START','gender':'MAN',"
                        + "'ageBand':'FROM_27','continues':'7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11'}; continues;"
                        + " NOT_APPLICABLE",
                "{'trajectory':'t052','on':'2026-03-04','act':'RELAPSE'}; trajectory; WRONG_TYPE"
            })
    void saysWhatIsWrong(String body, String field, Reason reason) {
        JsonObject json = Json.readObject(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(TrajectoryStepCodec.decode(json))
                .isEqualTo(new Decoded.Faulty<TrajectoryStep>(List.of(new FieldProblem(field, reason))));
    }

    @Test
    void phasesRunBesideEachOtherAndFallBack() {
        List<Told> told = told(
                on(1, START),
                on(1, new InPhase(Phase.CONTACT, true)),
                on(2, new InPhase(Phase.EXECUTION, true)),
                on(3, new InPhase(Phase.ORIENTATION, true)),
                on(4, new InPhase(Phase.EXECUTION, false)),
                on(5, new InPhase(Phase.CONTACT, true)));
        assertThat(fold(told).phases()).isEqualTo(Map.of(Phase.CONTACT, day(1), Phase.ORIENTATION, day(3)));
        assertThat(fold(told).isRunning()).isTrue();
    }

    @Test
    void whatBeganAndEndedOnOneDayDoesNotDependOnTheOrderOfTelling() {
        List<Told> told = told(
                on(1, START),
                on(2, new InPhase(Phase.CONTACT, true)),
                on(4, new InPhase(Phase.CONTACT, false)),
                on(4, new InPhase(Phase.CONTACT, true)),
                on(4, new InPhase(Phase.EXECUTION, true)),
                on(4, new InPhase(Phase.EXECUTION, false)));
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(told, random);
            assertThat(fold(told).phases()).isEqualTo(Map.of(Phase.CONTACT, day(4)));
        }
    }

    @Test
    void aPhoneReadsWhatItKnowsAndNothingOfANewerVersion() {
        TrajectoryStep newer = new TrajectoryStep(ID, day(3), new InPhase(Phase.CONTACT, true), Map.of("note", "x"));
        TrajectoryView view = new TrajectoryView(ID, told(newer, on(1, START)));
        assertThat(view.record().body().text()).doesNotContain("note");
        assertThat(TrajectoryView.read(view.record())).contains(view);
        assertThat(view.steps()).extracting(each -> each.step().on()).containsExactly(day(1), day(3));

        String other = view.record().toJson().text().replace("ENTER_PHASE", "HOP");
        assertThat(TrajectoryView.read(StateRecord.fromJson(Json.readObject(other.getBytes(StandardCharsets.UTF_8))))
                        .orElseThrow()
                        .steps())
                .as("the start is known")
                .hasSize(1);
        assertThat(TrajectoryView.read(StateRecord.of("trajectory:x", "trajectory", JsonObject.of(Map.of()))))
                .isEmpty();
    }

    @Test
    void withoutItsStartThereIsNothingYet() {
        assertThat(Trajectory.fold(told(on(2, new End(TrajectoryEnd.COMPLETED)))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void anExitLastsUntilARelapse() {
        List<Told> exited = told(on(1, START), on(5, new End(TrajectoryEnd.EXITED)), on(9, new ExitSustained()));
        assertThat(fold(exited).exitSustainedOn()).isEqualTo(day(9));
        List<Told> relapsed = new ArrayList<>(exited);
        relapsed.addAll(told(on(12, new Relapse())));
        assertThat(fold(relapsed).exitSustainedOn()).isNull();
        assertThat(fold(relapsed).relapsedOn()).isEqualTo(day(12));
        List<Told> again = new ArrayList<>(relapsed);
        again.addAll(told(on(20, new ExitSustained())));
        assertThat(fold(again).exitSustainedOn()).isEqualTo(day(20));
        assertThat(fold(again).endedOn()).isEqualTo(day(5));
    }

    @Test
    void whoDidNotExitCannotRelapse() {
        Trajectory trajectory = fold(told(
                on(1, START),
                on(5, new End(TrajectoryEnd.COMPLETED)),
                on(9, new ExitSustained()),
                on(10, new Relapse())));
        assertThat(trajectory.exitSustainedOn()).isNull();
        assertThat(trajectory.relapsedOn()).isNull();
    }

    @Test
    void whatCountsDoesNotDependOnTheOrderOfTelling() {
        List<Told> told = told(
                on(3, START),
                on(2, new Start(Gender.MAN, AgeBand.UNKNOWN, false, null, null)),
                on(8, new End(TrajectoryEnd.EXITED)),
                on(8, new End(TrajectoryEnd.ENDED_EARLY)),
                on(9, new End(TrajectoryEnd.COMPLETED)),
                on(11, new Relapse()),
                on(12, new ExitSustained()));
        Trajectory first = fold(told);
        assertThat(first.startedOn()).isEqualTo(day(2));
        assertThat(first.endedOn()).isEqualTo(day(8));
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(told, random);
            assertThat(fold(told)).isEqualTo(first);
        }
    }

    private static Trajectory fold(List<Told> told) {
        return Trajectory.fold(told).orElseThrow();
    }

    private static List<Told> told(TrajectoryStep... steps) {
        List<Told> told = new ArrayList<>();
        for (TrajectoryStep step : steps) {
            told.add(new Told(UUID.nameUUIDFromBytes(step.toString().getBytes(StandardCharsets.UTF_8)), step));
        }
        return told;
    }

    private static TrajectoryStep on(int day, What what) {
        return new TrajectoryStep(ID, day(day), what);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
