package nl.bereik.server.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bereik.mobile.enrolment.Enrolment;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.install.Installs;

/** Somebody with a phone, who logs, syncs, takes back, locks, drops it and has it repaired. */
final class User {
    private static final int REST_MILLIS = 240_000;
    private static final int OFF_MILLIS = 400_000;
    private static final int MAX_CLOCK_MINUTES = 2 * 24 * 60;
    private static final int BACKLOG = 260;
    private static final int ALWAYS = 100;

    private final World world;
    private final SimPhone phone;
    private final Hands hands;
    private final ReferenceData reference;
    private final Supplier<EnrolmentCode> codes;
    private final Installs installs;
    private final Life life = new Life();

    User(World world, SimPhone phone, ReferenceData reference, Supplier<EnrolmentCode> codes, Installs installs) {
        this.world = world;
        this.phone = phone;
        this.hands = new Hands(world, phone);
        this.reference = reference;
        this.codes = codes;
        this.installs = installs;
    }

    /** Begins to do things, now and then, until {@link #stop}. */
    void begin() {
        if (world.pick(3) == 0) {
            jumpClock();
        }
        goOn();
    }

    /** Does nothing more by itself. */
    void stop() {
        life.end();
    }

    private void goOn() {
        world.after(1 + world.pick(REST_MILLIS), life, () -> {
            act();
            goOn();
        });
    }

    private void act() {
        if (phone.phone() == null) {
            phone.open();
            return;
        }
        mishap();
        phone.enrol(codes);
        if (world.pick(4) == 0) {
            isApproved();
        }
        int what = world.pick(ALWAYS);
        if (what < 30) {
            hands.log(List.of(contact()));
        } else if (what < 39) {
            hands.correct(world.pick(ALWAYS), world.pick(4) == 0 ? null : contact());
        } else if (what < 40) {
            phone.backUp();
        } else if (what < 48) {
            hands.log(contacts(2 + world.pick(4)));
        } else if (what < 80) {
            phone.sync();
        } else if (what < 86) {
            hands.withdraw();
        } else if (what < 91) {
            hands.repair(this::mended);
        } else if (what < 95) {
            phone.compact();
        } else if (what < 99) {
            phone.close();
        } else if (world.pick(16) == 0) {
            hands.log(contacts(BACKLOG));
        }
    }

    private void mishap() {
        if (world.fault(1, world.weather().room(), phone.name() + "'s disk fills") != 0) {
            phone.disk().leaveRoom(world.pick(400));
            world.after(1 + world.pick(OFF_MILLIS), life, () -> phone.disk().leaveRoom(Long.MAX_VALUE));
        }
        switch (world.fault(3, world.weather().habits(), phone.name() + "'s user")) {
            case 1 -> phone.cut();
            case 2 -> jumpClock();
            case 3 -> phone.restore();
            default -> {}
        }
    }

    private void jumpClock() {
        phone.setClock(Duration.ofMinutes(world.pick(2 * MAX_CLOCK_MINUTES) - MAX_CLOCK_MINUTES));
    }

    /** The coordinator approves the phone, if it has enrolled and that has not been done. */
    void isApproved() {
        Phone open = phone.phone();
        Enrolment.Install install = open == null ? null : open.enrolment().install();
        if (install != null && !install.approved()) {
            installs.approve(install.installId()).block();
        }
    }

    /** Does what is needed so that all is sent, as long as nothing goes wrong. Answers whether all is. */
    boolean tidiesUp() {
        phone.disk().leaveRoom(Long.MAX_VALUE);
        phone.open();
        hands.repair(this::mended);
        phone.enrol(codes);
        isApproved();
        boolean done = phone.hasSentAll();
        if (!done) {
            phone.sync();
        }
        return done;
    }

    /** Logs so many contacts now. */
    void logs(int count) {
        hands.log(contacts(count));
    }

    private List<ContactMoment> contacts(int count) {
        return IntStream.range(0, count).mapToObj(any -> contact()).toList();
    }

    /** A contact of these days, by the phone's clock. */
    ContactMoment contact() {
        LocalDate on = reference.dayOf(phone.clock().instant()).minusDays(world.pick(3));
        Channel channel = any(Channel.values());
        return new ContactMoment(
                on,
                any(DayPart.values()),
                channel,
                reference.areas().get(world.pick(reference.areas().size())),
                any(Audience.values()),
                any(WorkForm.values()),
                any(Gender.values()),
                any(AgeBand.values()),
                any(Encounter.values()),
                null,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                world.pick(2) == 1,
                Map.of());
    }

    /** With the day as it is, instead of as the phone's clock had it. */
    private ContactMoment mended(ContactMoment refused) {
        return new ContactMoment(
                Stream.of(refused.on(), reference.dayOf(world.now()))
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                refused.dayPart(),
                refused.channel(),
                refused.area(),
                refused.audience(),
                refused.workForm(),
                refused.gender(),
                refused.ageBand(),
                refused.encounter(),
                refused.permit(),
                refused.languages(),
                refused.topics(),
                refused.services(),
                refused.signals(),
                refused.codeGiven(),
                refused.more());
    }

    private <E> E any(E[] codes) {
        return codes[world.pick(codes.length)];
    }
}
