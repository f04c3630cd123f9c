package nl.bereik.protocol.need;

/**
 * Decides what becomes of a need by a command. Pure: phone and server come to the same answer from the same state, and
 * the server's answer is the one that counts.
 */
public final class NeedMachine {
    private NeedMachine() {}

    /** What came of a command. */
    public sealed interface Result {
        /** The need stands elsewhere now. */
        record Moved(NeedState state) implements Result {}

        /** It was so already: nothing is to be done, nobody is told. */
        record Same() implements Result {}

        /** Nothing changes. */
        record Refused(Reason reason) implements Result {}
    }

    /** Why nothing changes. */
    public enum Reason {
        /** Somebody else accepted it first. */
        ALREADY_TAKEN,
        /** Not by this person. */
        NOT_YOURS,
        /** Not where the need stands now. */
        NOT_NOW
    }

    public static Result apply(NeedState need, NeedCommand command, Actor actor) {
        NeedAct act = command.act();
        if (!actor.isOneOf(act.by(), need)) {
            return new Result.Refused(Reason.NOT_YOURS);
        }
        if (isSo(need, command, actor)) {
            return new Result.Same();
        }
        if (!act.from().contains(need.status())) {
            boolean tooLate = act == NeedAct.ACCEPT && need.status().isSomebodys();
            return new Result.Refused(tooLate ? Reason.ALREADY_TAKEN : Reason.NOT_NOW);
        }
        return new Result.Moved(moved(need, command, actor));
    }

    /** Done twice, or by two with the same end: as if it had been done once. */
    private static boolean isSo(NeedState need, NeedCommand command, Actor actor) {
        return switch (command.act()) {
            case ACCEPT ->
                (need.status() == NeedStatus.ACCEPTED || need.status() == NeedStatus.IN_PROGRESS)
                        && actor.name().equals(need.assignee());
            case ASSIGN, TRANSFER ->
                need.status() == NeedStatus.ASSIGNED && named(command).equals(need.assignee());
            case REFER ->
                need.beside().contains(named(command)) || named(command).equals(need.assignee());
            case UNASSIGN, REOPEN -> need.status() == NeedStatus.OPEN;
            case START, FINISH, MISS, DECLINE, WITHDRAW ->
                need.status() == command.act().to();
        };
    }

    private static NeedState moved(NeedState need, NeedCommand command, Actor actor) {
        NeedStatus to = command.act().to();
        if (to == null) {
            return need.with(named(command));
        }
        return switch (command.act()) {
            case ACCEPT -> need.with(to, actor.name());
            case ASSIGN, TRANSFER -> need.with(to, named(command));
            default -> need.with(to, to.isSomebodys() ? need.assignee() : null);
        };
    }

    private static String named(NeedCommand command) {
        if (command.to() == null) {
            throw new IllegalStateException("an act that names somebody does so");
        }
        return command.to();
    }
}
