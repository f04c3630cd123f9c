package nl.bereik.server.staffweb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.install.Install;
import nl.bereik.server.staffweb.FiguresPage.Link;
import nl.bereik.server.staffweb.FiguresPage.Picker;
import nl.bereik.server.staffweb.FiguresPage.Tile;
import org.jspecify.annotations.Nullable;

/** Lays the figures of a period out for people. Plain: all it needs is passed in. */
final class FiguresPages {
    /** A phone not seen for this many days asks for attention. */
    private static final int QUIET_DAYS = 7;

    private static final String NO_BREAK = "\u00a0";

    private static final ReportingPeriod FIRST = ReportingPeriod.parse("2000");
    private static final ReportingPeriod LAST = ReportingPeriod.parse("2099");

    private final Words words;
    private final FiguresTables tables;
    private final FiguresNeeds needs;
    private final LocalDate today;
    private final Instant now;

    FiguresPages(Words words, ReferenceData reference, Instant now) {
        this.words = words;
        this.tables = new FiguresTables(words, reference);
        this.needs = new FiguresNeeds(words, reference);
        this.today = reference.dayOf(now);
        this.now = now;
    }

    /** @param before the figures of the period of the same length before it */
    FiguresPage page(ReachFigures figures, ReachFigures before, List<Install> installs) {
        ReportingPeriod period = figures.period();
        ReachCounts counts = figures.counts();
        List<Install> phones =
                installs.stream().filter(phone -> phone.revokedAt() == null).toList();
        return new FiguresPage(
                words.text("figures.title", words.period(period)),
                note(period),
                words.text("figures.summary", words.number(counts.contacts())),
                words.text("figures.asOf", words.time(now)),
                counts.contacts() == 0 && figures.needs().needs() == 0,
                picker(period),
                attention(phones),
                List.of(contacts(figures, before), withoutCode(counts), signals(counts), seen(phones)),
                tables.months(figures),
                tables.breakdowns(counts),
                tables.channelsAndAreas(counts),
                new FiguresPage.Needs(needs.tiles(figures.needs()), needs.breakdowns(figures.needs())));
    }

    private @Nullable String note(ReportingPeriod period) {
        if (period.first().isAfter(YearMonth.from(today))) {
            return words.text("figures.future", words.day(period.first().atDay(1)));
        }
        return runs(period)
                ? words.text("figures.running", words.day(period.last().atEndOfMonth()))
                : null;
    }

    private boolean runs(ReportingPeriod period) {
        return period.contains(today);
    }

    private Tile contacts(ReachFigures figures, ReachFigures before) {
        long now = figures.counts().contacts();
        long then = before.counts().contacts();
        String earlier = before.period().name();
        String basis;
        if (then == 0) {
            basis = words.text("tile.contacts.none", earlier);
        } else if (runs(figures.period())) {
            basis = words.text("tile.contacts.running", earlier, words.number(then));
        } else {
            basis = words.text(
                    "tile.contacts.difference", words.signed(now - then), words.growth(now - then, then), earlier);
        }
        return new Tile("contacts", words.text("tile.contacts"), words.number(now), basis);
    }

    private Tile withoutCode(ReachCounts counts) {
        long professionals = counts.table(ReachTable.AUDIENCE).getOrDefault(Audience.PROFESSIONAL.name(), 0L);
        long asked = counts.contacts() - professionals;
        return new Tile(
                "without-code",
                words.text("tile.withoutCode"),
                words.share(counts.withoutCode(), asked),
                words.text("tile.withoutCode.basis", words.number(counts.withoutCode()), words.number(asked)));
    }

    private Tile signals(ReachCounts counts) {
        long given = 0;
        List<String> each = new ArrayList<>();
        for (var signal : counts.table(ReachTable.SIGNALS).entrySet()) {
            given += signal.getValue();
            each.add(words.label(ReachTable.SIGNALS, signal.getKey()) + NO_BREAK + words.number(signal.getValue()));
        }
        String basis = each.isEmpty() ? words.text("tile.signals.none") : String.join(" · ", each);
        return new Tile("signals", words.text("tile.signals"), words.number(given), basis);
    }

    private Tile seen(List<Install> phones) {
        long seen =
                phones.stream().filter(phone -> quietDays(phone) < QUIET_DAYS).count();
        String value = words.text("tile.phones.value", words.number(seen), words.number(phones.size()));
        String basis = words.text(phones.isEmpty() ? "tile.phones.none" : "tile.phones.basis", QUIET_DAYS);
        return new Tile("phones", words.text("tile.phones"), phones.isEmpty() ? "0" : value, basis);
    }

    private List<String> attention(List<Install> phones) {
        long quiet = phones.stream()
                .filter(phone -> phone.lastSeenOn() != null && quietDays(phone) >= QUIET_DAYS)
                .count();
        return quiet == 0 ? List.of() : List.of(words.text("attention.quietPhones", quiet, QUIET_DAYS));
    }

    /** Many when the phone was never seen. */
    private long quietDays(Install phone) {
        return phone.lastSeenOn() == null
                ? Long.MAX_VALUE
                : today.toEpochDay() - phone.lastSeenOn().toEpochDay();
    }

    private Picker picker(ReportingPeriod period) {
        ReportingPeriod previous = period.previous();
        ReportingPeriod next = period.next();
        boolean hasNext = !next.last().isAfter(LAST.last()) && !next.first().isAfter(YearMonth.from(today));
        return new Picker(
                words.period(period),
                period.name(),
                previous.first().isBefore(FIRST.first()) ? null : link("period.previous", previous),
                hasNext ? link("period.next", next) : null,
                List.of(
                        length("period.year", period, 12),
                        length("period.half", period, 6),
                        length("period.quarter", period, 3)));
    }

    private Link link(String key, ReportingPeriod to) {
        return new Link(words.text(key, words.period(to)), to.name(), false);
    }

    /** The period of this many months that lies in, or around, the one shown; around today if it can. */
    private Link length(String key, ReportingPeriod shown, int months) {
        YearMonth inside = runs(shown) ? YearMonth.from(today) : shown.first();
        YearMonth first = inside.withMonth((inside.getMonthValue() - 1) / months * months + 1);
        ReportingPeriod period = new ReportingPeriod(first, first.plusMonths(months - 1L));
        return new Link(words.text(key), period.name(), period.equals(shown));
    }
}
