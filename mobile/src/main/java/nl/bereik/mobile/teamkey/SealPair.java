package nl.bereik.mobile.teamkey;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.teamkey.SealKey;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/** A phone's key pair for sealing (X25519). The private half never leaves the phone. */
final class SealPair {
    private final X25519PrivateKeyParameters key;

    private SealPair(byte[] privateKey) {
        this.key = new X25519PrivateKeyParameters(privateKey);
    }

    static SealPair random(RandomGenerator random) {
        byte[] bytes = new byte[X25519PrivateKeyParameters.KEY_SIZE];
        random.nextBytes(bytes);
        return new SealPair(bytes);
    }

    /** @throws IllegalArgumentException when this is not the hexadecimal text of such a key */
    static SealPair of(String hex) {
        return new SealPair(HexFormat.of().parseHex(hex));
    }

    SealKey publicKey() {
        return SealKey.of(key.generatePublicKey().getEncoded());
    }

    AsymmetricCipherKeyPair pair() {
        return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    }

    String hex() {
        return HexFormat.of().formatHex(key.getEncoded());
    }

    /** Hides the key from logs. */
    @Override
    public String toString() {
        return "SealPair";
    }
}
