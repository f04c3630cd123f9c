package nl.bereik.server.staffweb;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** What is on a page only sometimes. */
final class PageParts {
    private PageParts() {}

    /** A page that says why something was not done, with the status that says so; an ordinary page without one. */
    static Rendering.Builder<?> page(String view, @Nullable String problem) {
        return problem == null
                ? Rendering.view(view)
                : Rendering.view(view).status(HttpStatus.UNPROCESSABLE_CONTENT).modelAttribute("problem", problem);
    }

    /** Puts something on a page when it is there. */
    static Rendering.Builder<?> with(Rendering.Builder<?> page, String name, @Nullable Object part) {
        return part == null ? page : page.modelAttribute(name, part);
    }
}
