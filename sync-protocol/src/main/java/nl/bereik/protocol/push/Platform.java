package nl.bereik.protocol.push;

/** Of what kind a phone is. */
public enum Platform {
    ANDROID,
    IOS
}
