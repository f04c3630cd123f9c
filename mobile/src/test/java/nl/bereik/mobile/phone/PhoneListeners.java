package nl.bereik.mobile.phone;

/** Shows tests who holds on to a phone. */
public final class PhoneListeners {
    private PhoneListeners() {}

    /** How many are called back when the phone changes. */
    public static int of(Phone phone) {
        return phone.listeners();
    }
}
