package nl.bereik.protocol.json;

/** Text that is not JSON of the shape asked for. The message names the byte offset and never quotes the text. */
public final class MalformedJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message without any of the text */
    public MalformedJsonException(String message) {
        super(message);
    }
}
