package nl.bereik.server.staffweb;

import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.reach.HalfYears.HalfYear;

/**
 * A half-year as it is shown.
 *
 * @param state in words
 * @param sealed whether its figures are final
 * @param sealable whether it can be sealed now by whoever looks, or sealing gone on with
 * @param late how many contacts came too late, or a dash
 * @param goes how many things of it would be let go of today, or a dash
 */
record PeriodRow(String name, String title, String state, boolean sealed, boolean sealable, String late, String goes) {
    static PeriodRow of(HalfYear halfYear, long goes, Words words, boolean everywhere) {
        PeriodSeal seal = halfYear.seal();
        boolean sealed = seal != null && seal.done();
        return new PeriodRow(
                halfYear.period().name(),
                words.period(halfYear.period()),
                state(halfYear, words),
                sealed,
                everywhere && halfYear.over() && !sealed,
                words.cell(halfYear.late()),
                words.cell(goes));
    }

    private static String state(HalfYear halfYear, Words words) {
        PeriodSeal seal = halfYear.seal();
        if (seal == null) {
            return halfYear.over()
                    ? words.text("periods.over")
                    : words.text(
                            "periods.open", words.day(halfYear.period().last().atEndOfMonth()));
        }
        return seal.done()
                ? words.text("periods.sealed", words.day(seal.at()), seal.by())
                : words.text("periods.sealing", words.day(seal.at()), seal.by());
    }
}
