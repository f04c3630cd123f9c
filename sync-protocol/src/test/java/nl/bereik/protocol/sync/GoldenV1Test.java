package nl.bereik.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.ContactSamples;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedCommandCodec;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedSamples;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.notes.TeamNote;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.push.PushTokenPost;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateDigest;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyReply;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.wipe.Orders;
import nl.bereik.protocol.wipe.WipedReport;
import org.junit.jupiter.api.Test;

/** The wire types of version 1 as files. The files are never edited: phones that speak them are out there. */
class GoldenV1Test {
    private static final Instant AT = Instant.parse("2026-11-21T22:41:07Z");
    /** The public key of RFC 7748, section 6.1. */
    private static final SealKey SEAL_KEY = new SealKey("hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo");

    private static final UUID FIRST = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
    private static final UUID SECOND = UUID.fromString("0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22");

    @Test
    void pushBatch() {
        List<PushItem> items = List.of(
                new PushItem(
                        FIRST,
                        1,
                        ContactCodec.KIND,
                        ContactCodec.SCHEMA,
                        ContactCodec.encode(ContactSamples.atTheZone())),
                new PushItem(SECOND, 2, "of-tomorrow", 3, JsonObject.of(Map.of("any", "thing"))));
        assertThat(PushBatch.encode(items)).isEqualTo(golden("push-batch.json"));
        assertThat(PushBatch.decode(golden("push-batch.json")))
                .extracting(PushBatch.Element::item)
                .isEqualTo(items.stream().map(Optional::of).toList());
    }

    @Test
    void pushReply() {
        PushReply reply = new PushReply(
                AT,
                List.of(
                        new ItemOutcome(FIRST.toString(), Verdict.ACCEPTED, List.of()),
                        new ItemOutcome(
                                SECOND.toString(),
                                Verdict.QUARANTINED,
                                List.of(new FieldProblem("kind", FieldProblem.Reason.UNKNOWN_KIND)))),
                new Custody(
                        7,
                        List.of(new Custody.Hole(8, 8), new Custody.Hole(10, 12)),
                        9,
                        ContentHash.parse("00112233445566778899aabbccddeeff")));
        assertThat(reply.encode()).isEqualTo(golden("push-reply.json"));
        assertThat(PushReply.decode(golden("push-reply.json"))).isEqualTo(reply);
    }

    @Test
    void refusal() {
        Refusal refusal = new Refusal(Refusal.Reason.MISSING_FIELD, "items", AT);
        assertThat(refusal.encode()).isEqualTo(golden("refusal.json"));
        assertThat(Refusal.decode(golden("refusal.json"))).isEqualTo(refusal);
    }

    @Test
    void proof() {
        RequestProof proof = new RequestProof(
                "POST", SyncPaths.PUSH, RequestProof.hash(golden("push-batch.json")), AT, "0123456789abcdef");
        assertThat(proof.encode()).isEqualTo(golden("proof.json"));
        assertThat(RequestProof.decode(golden("proof.json"))).isEqualTo(proof);
    }

    @Test
    void enrolment() {
        JsonObject key = Json.readObject(
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}");
        EnrolRequest request = new EnrolRequest("ABCDE12345", key, null);
        assertThat(request.encode()).isEqualTo(golden("enrol-request.json"));
        assertThat(EnrolRequest.decode(golden("enrol-request.json"))).isEqualTo(request);
        EnrolReply reply = new EnrolReply("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", "team", AT);
        assertThat(reply.encode()).isEqualTo(golden("enrol-reply.json"));
        assertThat(EnrolReply.decode(golden("enrol-reply.json"))).isEqualTo(reply);
    }

    @Test
    void pushToken() {
        PushTokenPost post = new PushTokenPost("fMEkTTQzTk:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqx", Platform.ANDROID);
        assertThat(post.encode()).isEqualTo(golden("push-token.json"));
        assertThat(PushTokenPost.decode(golden("push-token.json"))).isEqualTo(post);
        PushTokenPost none = new PushTokenPost(null, Platform.IOS);
        assertThat(none.encode()).isEqualTo(golden("push-token-none.json"));
        assertThat(PushTokenPost.decode(golden("push-token-none.json"))).isEqualTo(none);
    }

    @Test
    void wiping() {
        Orders orders = new Orders("bH1tUOKx0wVqFNeF4BL4yA");
        assertThat(orders.encode()).isEqualTo(golden("orders.json"));
        assertThat(Orders.decode(golden("orders.json"))).isEqualTo(orders);
        assertThat(Orders.decode(Orders.NONE.encode())).isEqualTo(Orders.NONE);
        WipedReport report = new WipedReport("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", "bH1tUOKx0wVqFNeF4BL4yA");
        assertThat(report.encode()).isEqualTo(golden("wiped-report.json"));
        assertThat(WipedReport.decode(golden("wiped-report.json"))).isEqualTo(report);
    }

    @Test
    void enrolmentWithApproval() {
        EnrolRequest asked = EnrolRequest.decode(golden("enrol-request.json"));
        EnrolRequest request = new EnrolRequest(asked.code(), asked.publicKey(), SEAL_KEY);
        assertThat(request.encode()).isEqualTo(golden("enrol-request-seal-key.json"));
        assertThat(EnrolRequest.decode(golden("enrol-request-seal-key.json"))).isEqualTo(request);
        EnrolReply reply = new EnrolReply("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", "team", AT, false);
        assertThat(reply.encode()).isEqualTo(golden("enrol-reply-awaiting.json"));
        assertThat(EnrolReply.decode(golden("enrol-reply-awaiting.json"))).isEqualTo(reply);
    }

    @Test
    void teamKey() {
        TeamKeyState.Comparison comparison = new TeamKeyState.Comparison("commitment", "answer", "opened");
        TeamKeyState keeping = new TeamKeyState(
                "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
                SEAL_KEY,
                2,
                3,
                SEAL_KEY,
                comparison,
                new TeamKeyState.Envelope(2, SEAL_KEY, "c2VhbGVk"),
                List.of("phone-a", "phone-b"),
                Map.of("phone-a", "roster"),
                List.of(new TeamKeyState.Wanted("phone-b", SEAL_KEY, "worker", comparison)));
        assertThat(keeping.record().body().bytes()).isEqualTo(golden("team-key-state.json"));
        assertThat(TeamKeyState.read(StateRecord.of(
                        TeamKeyState.KIND, TeamKeyState.KIND, Json.readObject(golden("team-key-state.json")))))
                .contains(keeping);
        TeamKeyState alone =
                new TeamKeyState("phone-a", null, 0, null, null, null, null, List.of(), Map.of(), List.of());
        assertThat(TeamKeyState.read(alone.record())).contains(alone);
        TeamKeyPost post = new TeamKeyPost(
                SEAL_KEY,
                new TeamKeyPost.Handed(2, "key", "roster", Map.of("phone-b", "c2VhbGVk", "phone-a", "c2VhbGVk")),
                new TeamKeyPost.Asked("commitment", "opened"),
                List.of(new TeamKeyPost.Answer("phone-b", "commitment", "nonce")));
        assertThat(post.encode()).isEqualTo(golden("team-key-post.json"));
        assertThat(TeamKeyPost.decode(golden("team-key-post.json"))).isEqualTo(post);
        assertThat(new TeamKeyReply(true).encode()).isEqualTo(golden("team-key-reply.json"));
        assertThat(TeamKeyReply.decode(golden("team-key-reply.json"))).isEqualTo(new TeamKeyReply(true));
    }

    @Test
    void referenceData() {
        ReferenceData data = ReferenceData.decode(golden("reference.json"));
        assertThat(data.areas()).containsExactly("Nijmegen", "Tiel");
        assertThat(data.settings()).isEqualTo(new ReferenceData.PhoneSettings(2, 5));
        assertThat(data.etag()).isEqualTo("\"" + RequestProof.hash(golden("reference.json")) + "\"");
    }

    @Test
    void contentHash() {
        PushItem item =
                PushBatch.decode(golden("push-batch.json")).get(0).item().orElseThrow();
        assertThat(ContentHash.of(item))
                .hasToString(new String(golden("content-hash.txt"), StandardCharsets.US_ASCII).strip());
    }

    @Test
    void state() {
        StateRequest request = new StateRequest(Map.of("reference", "b7Rk0sZ1wq2mS0yQe3n4Tg", "need:7", "3"));
        assertThat(request.encode()).isEqualTo(golden("state-request.json"));
        assertThat(StateRequest.decode(golden("state-request.json"))).isEqualTo(request);
        ItemOutcome outcome = new ItemOutcome(
                FIRST.toString(),
                Verdict.REJECTED,
                List.of(new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE)));
        StateRecord record = new StateRecord("outcome:" + FIRST, Outcomes.KIND, "r1", outcome.toJson());
        StateReply reply = new StateReply(List.of(record), List.of("need:7"));
        assertThat(reply.encode()).isEqualTo(golden("state-reply.json"));
        assertThat(StateReply.decode(golden("state-reply.json"))).isEqualTo(reply);
        assertThat(Outcomes.read(record)).contains(outcome);
        assertThat(StateDigest.etag(request.known()))
                .isEqualTo("\""
                        + ContentHash.short128(
                                "need:7\n3\nreference\nb7Rk0sZ1wq2mS0yQe3n4Tg\n".getBytes(StandardCharsets.UTF_8))
                        + "\"");
    }

    @Test
    void custody() {
        ContentHash hash = ContentHash.parse("00112233445566778899aabbccddeeff");
        CustodyPage page = new CustodyPage(
                List.of(
                        new CustodyPage.Held(1, hash),
                        new CustodyPage.Held(2, ContentHash.parse("ffeeddccbbaa99887766554433221100"))),
                1025L);
        assertThat(page.encode()).isEqualTo(golden("custody-page.json"));
        assertThat(CustodyPage.decode(golden("custody-page.json"))).isEqualTo(page);
        Custody sum = new Custody(7, List.of(), 9, hash);
        assertThat(sum.toHeader()).isEqualTo(text("custody-header.txt"));
        assertThat(Custody.fromHeader(text("custody-header.txt"))).isEqualTo(sum);
    }

    @Test
    void renewal() {
        RenewRequest request = RenewRequest.decode(golden("renew-request.json"));
        assertThat(request.publicKey().text("crv")).isEqualTo("P-256");
        assertThat(request.encode()).isEqualTo(golden("renew-request.json"));
    }

    @Test
    void detachedProof() {
        assertThat(RequestProof.target("POST", SyncPaths.PUSH, RequestProof.hash(new byte[0])))
                .isEqualTo(golden("proof-target.txt"));
    }

    @Test
    void correction() {
        Decoded<ContactCorrection> read = CorrectionCodec.decode(Json.readObject(golden("correction.json")));
        ContactCorrection correction = ((Decoded.Whole<ContactCorrection>) read).value();
        assertThat(correction.corrects()).isEqualTo(FIRST);
        assertThat(correction.version()).isEqualTo(2);
        assertThat(correction.more()).containsEntry("why", "of tomorrow");
        assertThat(CorrectionCodec.encode(correction).bytes()).isEqualTo(golden("correction.json"));
    }

    @Test
    void notes() {
        SealedText sealed = new SealedText(1, new byte[SealedText.MIN_BYTES]);
        ContactMoment noted = ContactSamples.atTheZone().withNote(sealed);
        assertThat(ContactCodec.encode(noted).bytes()).isEqualTo(golden("contact-noted.json"));
        assertThat(ContactCodec.decode(Json.readObject(golden("contact-noted.json"))))
                .isEqualTo(new Decoded.Whole<>(noted));
        TeamNote note = new TeamNote(FIRST, SECOND, LocalDate.of(2026, 11, 21), "ZONE", "Tiel", sealed);
        assertThat(note.record().toJson().bytes()).isEqualTo(golden("team-note.json"));
        assertThat(TeamNote.read(StateRecord.fromJson(Json.readObject(golden("team-note.json")))))
                .contains(note);
    }

    @Test
    void needs() {
        FollowUpNeed need = NeedSamples.full();
        assertThat(NeedCodec.encode(need).bytes()).isEqualTo(golden("need.json"));
        assertThat(NeedCodec.decode(Json.readObject(golden("need.json")))).isEqualTo(new Decoded.Whole<>(need));
        NeedCommand command = new NeedCommand(FIRST, NeedAct.DECLINE, null, DeclineReason.FULL);
        assertThat(NeedCommandCodec.encode(command).bytes()).isEqualTo(golden("need-command.json"));
        NeedView view = new NeedView(
                FIRST,
                need,
                new NeedState(NeedStatus.ASSIGNED, "worker", "anja", Set.of("bram")),
                Set.of(Party.RAISER),
                List.of(new NeedEvent("ASSIGN", "", AT, "anja", "HOUSING")));
        assertThat(view.record().toJson().bytes()).isEqualTo(golden("need-view.json"));
        assertThat(NeedView.read(StateRecord.fromJson(Json.readObject(golden("need-view.json")))))
                .contains(view);
    }

    @Test
    void careTeam() {
        CareTeam team = new CareTeam(
                "bram",
                List.of(new CaseManager("anja", "Anja de Wit", "GGD_BZ"), new CaseManager("bram", "bram", null)));
        assertThat(team.record().toJson().bytes()).isEqualTo(golden("care-team.json"));
        assertThat(CareTeam.read(StateRecord.fromJson(Json.readObject(golden("care-team.json")))))
                .contains(team);
    }

    @Test
    void target() {
        TargetProgress progress = new TargetProgress(
                ReportingPeriod.parse("2026"), TargetFigure.PEOPLE_IN_TRAJECTORY, 60, 41, LocalDate.of(2026, 8, 28));
        assertThat(progress.record().toJson().bytes()).isEqualTo(golden("target.json"));
        assertThat(TargetProgress.read(StateRecord.fromJson(Json.readObject(golden("target.json")))))
                .contains(progress);
    }

    private static String text(String name) {
        return new String(golden(name), StandardCharsets.US_ASCII);
    }

    private static byte[] golden(String name) {
        try (InputStream file = GoldenV1Test.class.getResourceAsStream("/golden/v1/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no golden file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
