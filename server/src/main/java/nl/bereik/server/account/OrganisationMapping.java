package nl.bereik.server.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.bereik.protocol.care.AccountName;
import nl.bereik.server.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account out of what the organisation says of somebody. Its name is the subject, as the issuer spells it: all
 * else about a person may change, or be given to another. Plain.
 */
final class OrganisationMapping {
    /** No account made here can have a name that begins so. */
    static final String PREFIX = "org:";

    /** Of a subject; that its account's name fits in {@link AccountName#LONGEST} follows from it. */
    private static final int LONGEST_BYTES = 255;

    private static final int LONGEST_SHOWN = 120;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@|:=+-]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final OrganisationProperties properties;

    OrganisationMapping(OrganisationProperties properties) {
        this.properties = properties;
    }

    /** Empty when it is not said who it is, or nothing here is for somebody with these groups. */
    Optional<Account> account(Map<String, Object> claims) {
        Object subject = claims.get("sub");
        if (!(subject instanceof String text)
                || text.isBlank()
                || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> teams = new TreeSet<>();
        boolean everywhere = false;
        for (String group : texts(claims.get(properties.rolesClaim()))) {
            roles.addAll(properties.roles().getOrDefault(group, Set.of()));
            teams.addAll(properties.teams().getOrDefault(group, List.of()));
            everywhere |= properties.everywhere().contains(group);
        }
        if (roles.isEmpty() || (teams.isEmpty() && !everywhere)) {
            return Optional.empty();
        }
        Remit remit = everywhere ? Remit.EVERYWHERE : Remit.ofTeams(teams);
        Account account = new Account(PREFIX + plain(text), "", false, roles, remit);
        return Optional.of(shownAs(claims).map(account::shownAs).orElse(account));
    }

    /** Two subjects are never one name, and each stands in the path of a page: a tilde says that it was encoded. */
    private static String plain(String subject) {
        return PLAIN.matcher(subject).matches()
                ? subject
                : "~"
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(subject.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> shownAs(Map<String, Object> claims) {
        String chosen = properties.nameClaim();
        return (chosen == null ? Stream.of("preferred_username", "name") : Stream.of(chosen))
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(claim -> UNSEEN.matcher((String) claim).replaceAll("").strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_SHOWN)
                .findFirst();
    }

    private static List<String> texts(@Nullable Object claim) {
        if (claim instanceof String one) {
            return List.of(one);
        }
        return claim instanceof Collection<?> many
                ? many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
