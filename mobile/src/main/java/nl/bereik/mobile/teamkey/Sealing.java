package nl.bereik.mobile.teamkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import nl.bereik.protocol.teamkey.SealKey;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * HPKE (RFC 9180) in its auth mode, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM: only the phone that
 * it is for can open it, and it knows which phone sealed it. Bound in: the team, the epoch and the phone it is for.
 */
final class Sealing {
    private static final byte[] INFO = "bereik team key v1".getBytes(StandardCharsets.US_ASCII);
    private static final int ENCAPSULATED_BYTES = 32;

    /** What an envelope is bound to. @param phone the id of the phone that it is for */
    record Binding(String team, int epoch, String phone) {
        byte[] bytes() {
            byte[] name = team.getBytes(StandardCharsets.UTF_8);
            byte[] receiver = phone.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(3 * Integer.BYTES + name.length + receiver.length)
                    .putInt(epoch)
                    .putInt(name.length)
                    .put(name)
                    .putInt(receiver.length)
                    .put(receiver)
                    .array();
        }
    }

    private Sealing() {}

    /** Whether something can be sealed to this key so that only its holder opens it. */
    static boolean isSound(SealKey key) {
        try {
            hpke().setupBaseS(key(key), INFO);
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The encapsulated key and the ciphertext, base64url. @throws IllegalArgumentException when the key is unsound */
    static String seal(Payload payload, SealPair from, SealKey to, Binding binding) {
        try {
            HPKEContextWithEncapsulation context = hpke().setupAuthS(key(to), INFO, from.pair());
            byte[] sealed = context.seal(binding.bytes(), payload.encode());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(ENCAPSULATED_BYTES + sealed.length)
                            .put(context.getEncapsulation())
                            .put(sealed)
                            .array());
        } catch (InvalidCipherTextException | IllegalStateException e) {
            throw new IllegalArgumentException("cannot be sealed to", e);
        }
    }

    /** @throws IllegalArgumentException when it was not sealed by that phone, for this one, with this binding */
    static Payload open(String envelope, SealKey from, SealPair to, Binding binding) {
        byte[] bytes = Base64.getUrlDecoder().decode(envelope);
        if (bytes.length <= ENCAPSULATED_BYTES) {
            throw new IllegalArgumentException("not an envelope");
        }
        try {
            HPKEContext context =
                    hpke().setupAuthR(Arrays.copyOf(bytes, ENCAPSULATED_BYTES), to.pair(), INFO, key(from));
            return Payload.decode(
                    context.open(binding.bytes(), Arrays.copyOfRange(bytes, ENCAPSULATED_BYTES, bytes.length)));
        } catch (InvalidCipherTextException | IllegalStateException e) {
            throw new IllegalArgumentException("not sealed for this", e);
        }
    }

    private static AsymmetricKeyParameter key(SealKey key) {
        return new X25519PublicKeyParameters(key.bytes());
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_auth, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
