package nl.bereik.mobile.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.ReferenceData;
import org.junit.jupiter.api.Test;

class ActivityFormViewModelTest {
    private final List<Activity> saved = new ArrayList<>();
    private final List<UUID> told = new ArrayList<>();

    @Test
    void saysWhatIsMissingAndThenSaves() {
        ActivityFormViewModel form = form(ActivityStart.empty(PreventionActivity.KIND, "Tiel"));
        form.save();
        assertThat(form.problemsProperty().get()).containsOnlyKeys("programme", "audience", "participants");
        form.programme().set("ROTS_EN_WATER");
        form.audience().set(Audience.AT_RISK);
        assertThat(form.problemsProperty().get()).containsOnlyKeys("participants");
        form.typeParticipants(1);
        form.typeParticipants(2);
        form.save();
        assertThat(saved)
                .containsExactly(new PreventionActivity(
                        PhoneSamples.SHIFT, "ROTS_EN_WATER", Audience.AT_RISK, 12, "Tiel", Map.of()));
        assertThat(told).hasSize(1);
    }

    @Test
    void theNumberStaysWithinWhatMakesSense() {
        ActivityFormViewModel form = form(ActivityStart.empty(PreventionActivity.KIND, null));
        form.addParticipants(-1);
        assertThat(form.participants().get()).isZero();
        for (int digit : new int[] {1, 9, 9, 9, 9}) {
            form.typeParticipants(digit);
        }
        form.addParticipants(1);
        form.addParticipants(1);
        assertThat(form.participants().get()).isEqualTo(PreventionActivity.MOST_PARTICIPANTS);
        form.eraseParticipants();
        assertThat(form.participants().get()).isEqualTo(200);
    }

    @Test
    void aRefusedOneShowsWhyUntilTheFieldIsChanged() {
        Registration refused =
                new Registration(PhoneSamples.SHIFT, RegistrationSource.SELF, "Nijmegen", Map.of("later", "x"));
        ActivityFormViewModel form =
                form(ActivityStart.of(refused, List.of(new FieldProblem("area", Reason.UNKNOWN_CODE))));
        assertThat(form.problemsProperty().get()).containsOnlyKeys("area");
        assertThat(form.touched()).isFalse();
        form.area().set("Druten");
        assertThat(form.problemsProperty().get()).isEmpty();
        assertThat(form.touched()).isTrue();
        form.save();
        assertThat(saved)
                .containsExactly(
                        new Registration(PhoneSamples.SHIFT, RegistrationSource.SELF, "Druten", Map.of("later", "x")));
    }

    @Test
    void aFailureKeepsWhatIsFilledIn() {
        ActivityFormViewModel form = new ActivityFormViewModel(
                ReferenceData.gelderlandZuid(),
                PhoneSamples.SHIFT,
                Background.direct(),
                ActivityStart.empty(Consultation.KIND, "Tiel"),
                activity -> {
                    throw new IllegalStateException("disk");
                },
                told::add);
        form.topics().add(Topic.HOUSING);
        form.save();
        assertThat(form.troubleProperty().get()).isEqualTo(SaveTrouble.DISK_FAILED);
        assertThat(form.topics()).containsExactly(Topic.HOUSING);
        assertThat(told).isEmpty();
    }

    private ActivityFormViewModel form(ActivityStart start) {
        return new ActivityFormViewModel(
                ReferenceData.gelderlandZuid(),
                PhoneSamples.SHIFT,
                Background.direct(),
                start,
                activity -> {
                    saved.add(activity);
                    return new UUID(1, saved.size());
                },
                told::add);
    }
}
