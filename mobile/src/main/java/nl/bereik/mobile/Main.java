package nl.bereik.mobile;

/** Starts the phone: with a command without a display, else its window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("bereik-phone");
    }
}
