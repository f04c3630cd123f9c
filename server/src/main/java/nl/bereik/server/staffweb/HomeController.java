package nl.bereik.server.staffweb;

import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Where everybody begins. */
@Controller
class HomeController {
    @AllowedTo({Role.WORKER, Role.CASE_MANAGER, Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    @GetMapping("/")
    Rendering home(Person person) {
        return Rendering.redirectTo(Me.home(person)).build();
    }
}
