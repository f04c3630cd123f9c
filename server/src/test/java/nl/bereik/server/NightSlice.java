package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.need.NeedDraft;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.account.Remit;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.enrolment.Approvals;
import nl.bereik.server.push.PushAddress;
import nl.bereik.server.push.PushToken;
import nl.bereik.server.push.PushTokens;
import nl.bereik.server.push.StandInFcm;
import nl.bereik.server.teamkey.TeamKeyMemory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A team of two workers, three case managers and a coordinator, who all carry real phones, and a server that assigns
 * and alerts by itself, before a stand-in of Firebase. It begins at half past ten in the evening, in the quiet hours.
 */
@Import({TeamKeyMemory.class, NightParts.class})
@Timeout(120)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@SuppressWarnings("NullAway.Init")
abstract class NightSlice extends SyncSlice {
    private static final String TEAM = "night";
    private static final List<String> PEOPLE = List.of("coordinator", "wilma", "wessel", "anna", "bas", "claire");

    @TempDir
    Path folder;

    @Autowired
    Accounts accounts;

    @Autowired
    CareProfiles profiles;

    @Autowired
    Approvals approvals;

    @Autowired
    PushTokens tokens;

    @Autowired
    StandInFcm fcm;

    @Autowired
    MemoryAuditTrail trail;

    final Map<String, Phone> phones = new LinkedHashMap<>();
    final Map<String, String> installs = new LinkedHashMap<>();
    PhoneStand stand;

    @BeforeEach
    void night() throws Exception {
        time.move(Duration.between(time.instant(), Instant.parse("2025-06-01T20:30:00Z")));
        stand = new PhoneStand(folder, time, new Pin("246813"), port);
        person("coordinator", Role.COORDINATOR);
        person("wilma", Role.WORKER);
        person("wessel", Role.WORKER);
        caseManager("anna", 1);
        caseManager("bas", 2);
        caseManager("claire", 3);
        for (String name : PEOPLE) {
            phone(name);
        }
        Phone keeper = phone("coordinator");
        for (String name : PEOPLE.subList(1, PEOPLE.size())) {
            PhoneStand.handOver(keeper, carriedBy(name));
        }
    }

    @AfterEach
    void close() {
        phones.values().forEach(Phone::close);
    }

    void person(String name, Role role) {
        accounts.add(new Account(name, "hash", false, Set.of(role), Remit.ofTeams(List.of(TEAM))))
                .block();
    }

    void caseManager(String name, int turn) {
        person(name, Role.CASE_MANAGER);
        profiles.put(new CareProfile(name, "GGD", Set.of(), Set.of(), Set.of(), 4, turn, List.of(), List.of()))
                .block();
    }

    /** Enrolled, approved and told where it can be nudged, under the name of whoever carries it. */
    Phone phone(String name) throws IOException, InterruptedException {
        Phone known = phones.get(name);
        return known == null ? phone(name, name) : known;
    }

    /** As {@link #phone(String)}, a phone of this name that somebody carries beside his others. */
    Phone phone(String name, String carriedBy) throws IOException, InterruptedException {
        time.move(Duration.ofSeconds(1));
        Phone phone = stand.open(name);
        phones.put(name, phone);
        String id = stand.enrol(
                phone,
                codes.issue(TEAM, carriedBy, Duration.ofMinutes(10))
                        .blockOptional()
                        .orElseThrow());
        PhoneStand.sync(phone);
        approvals
                .approve(
                        Scope.EVERYWHERE,
                        id,
                        SixDigits.ofPhone(id, phone.teamKeys().sealKey()).display())
                .block();
        PhoneStand.sync(phone);
        installs.put(name, id);
        tokens.keep(new PushAddress(id, id, carriedBy, new PushToken(name, Platform.ANDROID)))
                .block();
        return phone;
    }

    Phone carriedBy(String name) {
        return Objects.requireNonNull(phones.get(name));
    }

    String installOf(String name) {
        return Objects.requireNonNull(installs.get(name));
    }

    UUID raise(String worker, String hint) {
        return raise(worker, Urgency.NOW, hint);
    }

    UUID raise(String worker, Urgency urgency, String hint) {
        Needs needs = new Needs(carriedBy(worker));
        UUID id = needs.newId();
        needs.raise(
                id,
                new NeedDraft(
                        null,
                        "Nijmegen",
                        Topic.SAFETY,
                        urgency,
                        null,
                        null,
                        null,
                        true,
                        new TreeSet<>(),
                        Map.of(NeedText.HINT, hint)));
        return id;
    }

    void act(String by, UUID need, NeedAct act, @Nullable String to) {
        assertThat(new Needs(carriedBy(by)).act(new NeedCommand(need, act, to, null)))
                .isPresent();
    }

    void sync(String name) {
        try {
            assertThat(PhoneStand.sync(carriedBy(name)).proved()).as(name).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    PhoneNeed need(String name, UUID id) {
        return new Needs(carriedBy(name)).find(id).orElseThrow();
    }

    NeedEvent last(UUID need) {
        sync("claire");
        List<NeedEvent> timeline = need("claire", need).view().timeline();
        return timeline.get(timeline.size() - 1);
    }

    List<UUID> pile(String name, NeedPile pile) {
        return new Needs(carriedBy(name))
                .now().needs().stream().filter(pile::holds).map(PhoneNeed::id).toList();
    }

    String text(String name, UUID id, NeedText which) {
        Needs needs = new Needs(carriedBy(name));
        Opened opened = needs.open(id, need(name, id).view().need()).get(which);
        assertThat(opened).isInstanceOf(Opened.Text.class);
        return ((Opened.Text) Objects.requireNonNull(opened)).text();
    }

    long pushed(String to) {
        return pushes().stream()
                .filter(message -> message.text("token").equals(to))
                .count();
    }

    List<JsonObject> pushes() {
        List<JsonObject> messages = new ArrayList<>();
        fcm.received().forEach(push -> messages.add(push.json().object("message")));
        return messages;
    }

    void untilPushed(String to, long times) throws InterruptedException {
        await(to + " is nudged " + times + " times", () -> pushed(to) >= times);
        assertThat(pushed(to)).as(to).isEqualTo(times);
    }

    void await(String what, BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 400 && !so.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(so.getAsBoolean()).as(what).isTrue();
    }
}
