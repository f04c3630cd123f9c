package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import nl.bereik.server.access.Role;
import org.junit.jupiter.api.Test;

class NavigationSliceTest extends StaffWebTest {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"");

    @Test
    void nobodyIsOfferedAPageThatDoesNotOpen() {
        assertThat(offered(somebody(Role.COORDINATOR))).contains("/figures", "/periods", "/audit");
        assertThat(offered(somebody(Role.COORDINATOR, NeedsStand.TEAM)))
                .contains("/figures", "/reports", "/published", "/accounts")
                .doesNotContain("/periods", "/audit");
        assertThat(offered(somebody(Role.ADMINISTRATOR))).contains("/phones").doesNotContain("/figures", "/published");
        assertThat(offered(somebody(Role.VIEWER))).contains("/published").doesNotContain("/figures", "/phones");
        assertThat(offered(somebody(Role.WORKER))).doesNotContain("/figures", "/published", "/phones");
    }

    /** The links at the top of the page, each of which opens. */
    private static List<String> offered(Visitor visitor) {
        String page = visitor.get("/account").body();
        int end = page.indexOf("</nav>");
        assertThat(end).as("there is a navigation").isPositive();
        List<String> links = LINK.matcher(page.substring(page.indexOf("<nav"), end))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .allSatisfy(link -> assertThat(visitor.get(link).status()).isEqualTo(200));
        return links;
    }
}
