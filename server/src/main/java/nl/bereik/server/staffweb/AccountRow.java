package nl.bereik.server.staffweb;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.AccountView;

/** An account, every text ready for the language of the page. */
record AccountRow(String name, String shownAs, String roles, String teams, String state, String tone) {

    static AccountRow of(AccountView account, Words words) {
        String state = "accounts.state.active";
        String tone = "good";
        if (account.disabled()) {
            state = "accounts.state.disabled";
            tone = "off";
        } else if (account.oneTimePassword()) {
            state = "accounts.state.new";
            tone = "wait";
        }
        return new AccountRow(
                account.name(),
                account.shownAs(),
                roles(account.roles(), words).stream().map(Choice::label).collect(Collectors.joining(", ")),
                teams(account, words),
                words.text(state),
                tone);
    }

    /** A role that can be chosen. */
    record Choice(Role role, String label, String explained) {}

    static List<Choice> roles(Set<Role> roles, Words words) {
        return new TreeSet<>(roles)
                .stream()
                        .map(role -> new Choice(
                                role, words.text("role." + role.name()), words.text("role." + role.name() + ".may")))
                        .toList();
    }

    private static String teams(AccountView account, Words words) {
        if (account.remit().everywhere()) {
            return words.text("accounts.everywhere");
        }
        return Stream.of(account.remit().regions(), account.remit().teams())
                .flatMap(Collection::stream)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
