package nl.bereik.mobile.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and addresses here are invented, reserved for examples, or made to pass a check. */
class IdentityCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PHONE_NUMBER   | bel haar op 06-12345678 na tienen     | 06-12345678
            PHONE_NUMBER   | 0612345678                            | 0612345678
            PHONE_NUMBER   | 06 12 34 56 78                        | 06 12 34 56 78
            PHONE_NUMBER   | 06.12.34.56.78                        | 06.12.34.56.78
            PHONE_NUMBER   | nummer 0 6 1 2 3 4 5 6 7 8            | 0 6 1 2 3 4 5 6 7 8
            PHONE_NUMBER   | +31 6 12345678                        | +31 6 12345678
            PHONE_NUMBER   | 0031612345678                         | 0031612345678
            PHONE_NUMBER   | +31 (0)6 12 34 56 78                  | +31 (0)6 12 34 56 78
            PHONE_NUMBER   | thuis 024-3601234                     | 024-3601234
            PHONE_NUMBER   | (024) 360 12 34                       | (024) 360 12 34
            PHONE_NUMBER   | mama: +40 712 345 678                 | +40 712 345 678
            PHONE_NUMBER   | +49 1512 3456789                      | +49 1512 3456789
            PHONE_NUMBER   | 0048 512 345 678                      | 0048 512 345 678
            PHONE_NUMBER   | +44 7400 123456                       | +44 7400 123456
            PHONE_NUMBER   | ٠٦١٢٣٤٥٦٧٨                            | ٠٦١٢٣٤٥٦٧٨
            PHONE_NUMBER   | 06–12345678 graag appen               | 06–12345678
            EMAIL_ADDRESS  | mail naar lisa.92@example.org a.u.b.  | lisa.92@example.org
            EMAIL_ADDRESS  | lisa @ example.org                    | lisa @ example.org
            EMAIL_ADDRESS  | lisa(at)example(dot)org               | lisa(at)example(dot)org
            WEB_NAME       | staat op insta als @lisa_92           | @lisa_92
            WEB_NAME       | Snapchat: lisa_92                     | Snapchat: lisa_92
            WEB_NAME       | telegram:mila1999                     | telegram:mila1999
            WEB_NAME       | zie https://example.org/ad/48213 voor | https://example.org/ad/48213
            WEB_NAME       | kinky.example/advertenties/12         | kinky.example/advertenties/12
            ADDRESS        | woont 6511 AB 12                      | 6511 AB
            ADDRESS        | 6511AB                                | 6511AB
            ADDRESS        | 6511ab                                | 6511ab
            ADDRESS        | 6511 ab 12                            | 6511 ab 12
            ADDRESS        | op de Voorbeeldstraat 12.             | Voorbeeldstraat 12
            ADDRESS        | Verzonnenlaan 4b                      | Verzonnenlaan 4b
            DATE_OF_BIRTH  | 12-03-1998                            | 12-03-1998
            DATE_OF_BIRTH  | 12/3/98                               | 12/3/98
            DATE_OF_BIRTH  | 3 mei 2004                            | 3 mei 2004
            DATE_OF_BIRTH  | zij is van 12 maart '98               | 12 maart '98
            DATE_OF_BIRTH  | 12 03 1998                            | 12 03 1998
            DATE_OF_BIRTH  | van 12 maart 98                       | 12 maart 98
            DATE_OF_BIRTH  | 1998-03-12                            | 1998-03-12
            DATE_OF_BIRTH  | geb. 01-02-2020                       | geb. 01-02-2020
            CITIZEN_NUMBER | bsn 111222333                         | 111222333
            CITIZEN_NUMBER | 123 456 782                           | 123 456 782
            CITIZEN_NUMBER | 1234.56.782                           | 1234.56.782
            BANK_ACCOUNT   | NL91 ABNA 0417 1643 00                | NL91 ABNA 0417 1643 00
            BANK_ACCOUNT   | nl91abna0417164300                    | nl91abna0417164300
            BANK_ACCOUNT   | RO49 AAAA 1B31 0075 9384 0000         | RO49 AAAA 1B31 0075 9384 0000
            LICENCE_PLATE  | stapte in bij AB-123-C                | AB-123-C
            LICENCE_PLATE  | 12-abc-3                              | 12-abc-3
            LICENCE_PLATE  | grijze bus 12ABC3                     | 12ABC3
            LICENCE_PLATE  | kenteken ab 12 cd gezien              | kenteken ab 12 cd
            """)
    void namesWhatItIsAndWhere(IdentityKind kind, String text, String piece) {
        assertThat(IdentityCheck.find(text, TODAY)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.in(text)).isEqualTo(piece);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2 condooms",
                "om 23 uur",
                "kamer 12",
                "€ 12.500 schuld",
                "1.250,00 euro achterstand",
                "1.234.567,89",
                "schuld van 10.000.000",
                "100.000 en 250.000",
                "van 22.00 tot 02.00 uur",
                "22:00-02:00",
                "08.30-12.30 spreekuur",
                "3x gezien, 5-10 minuten gesproken",
                "20 mg methadon, 2000mg per week",
                "wil in 2026 op 12 mei stoppen",
                "sinds 2019 in Nederland",
                "afspraak 21-11-2026 om 14.00",
                "afspraak 21-03-26",
                "terug op 12 maart",
                "op 12 maart 10 condooms",
                "12-14-16 jaar",
                "18-20 jaar",
                "adverteert op kinky.nl en seksjobs.nl",
                "zie example.org",
                "A73 richting Venlo, bus 15",
                "artikel 273f Sr",
                "groep van 10 tot 15 vrouwen",
                "bel 112 of 113",
                "gewezen op 0800-2000",
                "gewezen op 0900-8844 en 0900 0113",
                "14 024 gebeld",
                "onderweg 2 keer gestopt",
                "op de Waalkade 3 vrouwen gesproken",
                "op straat 3 vrouwen",
                "de weg 12 keer gevraagd",
                "1500 EU",
                "1200 euro per maand",
                "contact via snapchat: wil afspreken",
                "telegram: om 22 uur",
                "werkt @ de zone",
                "om 12 GGD 3 vrouwen",
                "kenteken niet gezien",
                "12-30-45",
                "123456789",
                "tel 3 4 5 6 7 keer",
                "1,5 uur gewacht; 2-3 keer per week; 24/7",
                "rode sjaal, spreekt Roemeens, wil stoppen maar heeft schulden"
            })
    void ordinaryNotesPass(String text) {
        assertThat(IdentityCheck.find(text, TODAY)).isEmpty();
    }

    @Test
    void findsAllInTheOrderOfTheText() {
        String text = "06-12345678, of lisa@example.org; woont 6511 AB 12, geb. 12-03-1998";
        assertThat(IdentityCheck.find(text, TODAY))
                .extracting(Finding::kind)
                .containsExactly(
                        IdentityKind.PHONE_NUMBER,
                        IdentityKind.EMAIL_ADDRESS,
                        IdentityKind.ADDRESS,
                        IdentityKind.DATE_OF_BIRTH);
    }

    @Test
    void whatCannotBeSeenHidesNothing() {
        assertThat(IdentityCheck.find("06\u200b12345678", TODAY)).hasSize(1);
        assertThat(IdentityCheck.find("06\u00a012\u202f34\u00a056\u00a078", TODAY))
                .hasSize(1);
    }
}
