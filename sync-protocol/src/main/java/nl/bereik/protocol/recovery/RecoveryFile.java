package nl.bereik.protocol.recovery;

/**
 * The file in which a phone that can no longer sync hands what it has not sent to the help desk: a compact JWE
 * ({@code ECDH-ES}, {@code A256GCM}, {@code typ} {@value #TYPE}) under the server's recovery key, so that nobody on the
 * way can read it. Inside is a compact JWS (ES256, {@code kid} the install's id, {@code typ} {@value #SIGNED_TYPE}),
 * so that nobody else can make one; its payload is a gzipped {@link nl.bereik.protocol.sync.PushBatch} of any length.
 */
public final class RecoveryFile {
    public static final String TYPE = "bereik-recovery+jwe";
    public static final String SIGNED_TYPE = "bereik-recovery+jws";

    /** The kind, and the id, of the record in which phones pull the public key: a JWK (EC, P-256). */
    public static final String KEY_KIND = "recovery-key";

    private RecoveryFile() {}
}
