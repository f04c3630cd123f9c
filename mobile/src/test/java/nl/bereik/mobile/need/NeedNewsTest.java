package nl.bereik.mobile.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.state.StateReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedNewsTest {
    private static final UUID NEED = NeedSamples.id(1);
    private static final String OTHER = NeedSamples.OTHER;
    private static final String ME = NeedSamples.ME;

    private final Phone phone = PhoneSamples.open(new MemoryDisk());
    private final Needs needs = new Needs(phone);
    private NeedNews news;

    NeedNewsTest() {
        NeedSamples.pullPeople(phone);
        news = new NeedNews(needs);
    }

    @Test
    void aNeedThatICanTakeIsNewsOnce() {
        caseManager(NeedStatus.OPEN, null, "RAISE", OTHER);
        assertThat(news.hasCome()).isTrue();
        assertThat(news.hasCome()).isFalse();
        assertThat(new NeedNews(needs).hasCome()).as("known when unlocking").isFalse();
    }

    @Test
    void beingAskedIsNewsAlsoWhenItWasThereBefore() {
        caseManager(NeedStatus.OPEN, null, "RAISE", OTHER);
        news.hasCome();
        caseManager(NeedStatus.ASSIGNED, ME, "ASSIGN", "");
        assertThat(news.hasCome()).isTrue();
        caseManager(NeedStatus.ASSIGNED, OTHER, "ASSIGN", "");
        assertThat(news.hasCome()).as("another is asked").isFalse();
        caseManager(NeedStatus.OPEN, null, "REOPEN", "carla");
        assertThat(news.hasCome()).as("open to all again").isTrue();
    }

    @Test
    void beingBroughtInIsNews() {
        caseManager(NeedStatus.ACCEPTED, OTHER, "ACCEPT", OTHER);
        assertThat(news.hasCome()).isFalse();
        pull(new NeedState(NeedStatus.ACCEPTED, OTHER, OTHER, Set.of(ME)), Set.of(Party.CASE_MANAGER), "REFER", OTHER);
        assertThat(news.hasCome()).isTrue();
    }

    @Test
    void whatBecameOfWhatIRaisedIsNewsAndWhoIsAskedIsNot() {
        raised(NeedStatus.OPEN, null, "RAISE", ME);
        assertThat(news.hasCome()).isFalse();
        raised(NeedStatus.ASSIGNED, OTHER, "ASSIGN", "");
        assertThat(news.hasCome()).isFalse();
        raised(NeedStatus.ACCEPTED, OTHER, "ACCEPT", OTHER);
        assertThat(news.hasCome()).isTrue();
        raised(NeedStatus.IN_PROGRESS, OTHER, "START", OTHER);
        assertThat(news.hasCome()).isFalse();
        raised(NeedStatus.DONE, OTHER, "FINISH", OTHER);
        assertThat(news.hasCome()).isTrue();
    }

    @Test
    void whatIDidMyselfIsNone() {
        raised(NeedStatus.OPEN, null, "RAISE", ME);
        news.hasCome();
        raised(NeedStatus.WITHDRAWN, null, "WITHDRAW", ME);
        assertThat(news.hasCome()).isFalse();
        caseManager(NeedStatus.OPEN, null, "REOPEN", ME);
        assertThat(news.hasCome()).isFalse();
    }

    @Test
    void whatWaitsOnThePhoneIsNoNews() {
        caseManager(NeedStatus.ASSIGNED, ME, "ASSIGN", "");
        news.hasCome();
        UUID act = needs.act(new NeedCommand(NEED, NeedAct.DECLINE, null, DeclineReason.FULL))
                .orElseThrow();
        assertThat(news.hasCome()).isFalse();
        needs.undoLast(act);
        assertThat(news.hasCome()).isFalse();
    }

    @Test
    void whatIsGoneIsNoNews() {
        caseManager(NeedStatus.OPEN, null, "RAISE", OTHER);
        news.hasCome();
        phone.state().pulled(new StateReply(List.of(), List.of("need:" + NEED)));
        assertThat(news.hasCome()).isFalse();
    }

    private void caseManager(NeedStatus status, @Nullable String assignee, String what, String by) {
        pull(new NeedState(status, OTHER, assignee, Set.of()), Set.of(Party.CASE_MANAGER), what, by);
    }

    private void raised(NeedStatus status, @Nullable String assignee, String what, String by) {
        pull(new NeedState(status, ME, assignee, Set.of()), Set.of(Party.RAISER), what, by);
    }

    private void pull(NeedState state, Set<Party> offices, String what, String by) {
        Set<Party> you = new TreeSet<>(offices);
        if (ME.equals(state.assignee())) {
            you.add(Party.ASSIGNEE);
        }
        NeedSamples.pull(
                phone,
                new NeedView(
                        NEED,
                        NeedSamples.need(NEED, Topic.HOUSING, Urgency.TODAY),
                        state,
                        you,
                        List.of(new NeedEvent(what, by, Instant.EPOCH, null, null))));
    }
}
