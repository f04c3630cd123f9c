package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.server.audit.AuditAct;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the application stands in the table below with the acts that it notes, or with why it notes none.
 * Which routes there are is asked of the framework, which acts a handler can come to is followed through the compiled
 * code: a new route without a decision fails by name, and so does one that no longer notes what it is said to.
 */
class AuditedRoutesTest {
    private static final String PHONES_TELL =
            "a phone tells or asks for its own: what it tells carries its id, and there are thousands a day";
    private static final String OPEN = "says nothing that is not for everybody";
    private static final String OWN = "shows somebody their own";

    /** Route, then the acts after a colon, or why none after a dash. */
    private static final Map<String, String> DECISIONS = decisions();

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.bereik.server");

    @Test
    void everyRouteIsDecidedUponAndNotesWhatItIsSaidTo() {
        Map<String, String> found = new TreeMap<>();
        routes().forEach((route, handler) -> {
            String decision = DECISIONS.getOrDefault(route, "");
            found.put(route, decision.startsWith("- ") ? decision : String.join(" ", acts(handler)));
        });
        assertThat(found.keySet())
                .as("routes: decide in the table below which acts a new one notes, or why none")
                .containsExactlyInAnyOrderElementsOf(DECISIONS.keySet());
        found.forEach((route, notes) -> assertThat(notes).as(route).isEqualTo(DECISIONS.get(route)));
    }

    /** What makes the table worth something: a handler that notes nothing comes to no act. */
    @Test
    void aHandlerThatNotesNothingIsSeenToNoteNothing() {
        Map<String, Method> routes = routes();
        assertThat(acts(Objects.requireNonNull(routes.get("GET /phones")))).contains("PHONES_READ");
        assertThat(acts(Objects.requireNonNull(routes.get("POST /sync/v1/push-token"))))
                .isEmpty();
    }

    private static Map<String, Method> routes() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
            scanner.findCandidateComponents("nl.bereik.server").forEach(found -> {
                Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
                boolean ofTests = type.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes");
                if (!ofTests) {
                    RootBeanDefinition definition = new RootBeanDefinition(type);
                    definition.setLazyInit(true);
                    context.registerBeanDefinition(type.getName(), definition);
                }
            });
            context.refresh();
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            Map<String, Method> routes = new TreeMap<>();
            mapping.getHandlerMethods().forEach((info, handler) -> info.getPatternsCondition()
                    .getPatterns()
                    .forEach(pattern -> info.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> routes.put(method + " " + pattern, method(handler)))));
            return routes;
        }
    }

    private static Method method(HandlerMethod handler) {
        return handler.getMethod();
    }

    /** The names of all acts that a handler can come to by calls within the application. */
    private static Set<String> acts(Method handler) {
        JavaMethod start =
                CODE.get(handler.getDeclaringClass()).getMethod(handler.getName(), handler.getParameterTypes());
        Set<String> acts = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<JavaCodeUnit> todo = new ArrayDeque<>(List.of(start));
        while (!todo.isEmpty()) {
            JavaCodeUnit unit = todo.pop();
            if (!seen.add(unit.getFullName())) {
                continue;
            }
            unit.getFieldAccesses().stream()
                    .filter(access -> access.getTargetOwner().isEquivalentTo(AuditAct.class)
                            && !unit.getOwner().isEquivalentTo(AuditAct.class))
                    .forEach(access -> acts.add(access.getTarget().getName()));
            Stream.of(
                            unit.getMethodCallsFromSelf().stream().<JavaAccess<?>>map(call -> call),
                            unit.getMethodReferencesFromSelf().stream().<JavaAccess<?>>map(call -> call))
                    .flatMap(each -> each)
                    .flatMap(AuditedRoutesTest::targets)
                    .forEach(todo::add);
        }
        return acts;
    }

    /** The method called and, for one that others implement, theirs. */
    private static Stream<JavaMethod> targets(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        if (!owner.getPackageName().startsWith("nl.bereik.server")) {
            return Stream.empty();
        }
        String name = call.getTarget().getName();
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(name));
    }

    private static Map<String, String> decisions() {
        return Stream.of(TABLE.split("\n"))
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" : ", 2))
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> switch (parts[1].strip()) {
                    case "phones" -> "- " + PHONES_TELL;
                    case "open" -> "- " + OPEN;
                    case "own" -> "- " + OWN;
                    default -> parts[1].strip();
                }));
    }

    private static final String TABLE = """
            GET / : open
            GET /account : own
            GET /account/password : own
            GET /account/second-step : own
            GET /accounts : ACCOUNTS_READ
            GET /accounts/{name} : ACCOUNTS_READ
            GET /api/v1/figures/{period} : FIGURES_READ
            GET /api/v1/installs : PHONES_READ
            GET /api/v1/periods : PERIODS_READ
            GET /api/v1/quarantine : QUARANTINE_READ
            GET /api/v1/retention/dry-run : RETENTION_FORESEEN
            GET /audit : AUDIT_READ
            GET /case-managers : PROFILES_READ
            GET /case-managers/{name} : PROFILES_READ
            GET /explore : FIGURES_READ
            GET /figures : FIGURES_READ
            GET /figures/changes : - a bell without figures
            GET /figures/{period} : FIGURES_READ
            GET /login : open
            GET /login/code : open
            GET /login/organisation : open
            GET /login/organisation/return : SIGNED_IN SIGN_IN_FAILED
            GET /needs : NEEDS_READ
            GET /needs/changes : - a bell without needs
            GET /needs/conference : CONFERENCE_READ
            GET /needs/{id} : NEEDS_READ
            GET /needs/{id}/withdraw : NEEDS_READ
            GET /periods : PERIODS_READ
            GET /periods/{period}/late : PERIODS_READ
            GET /periods/{period}/seal : PERIODS_READ
            GET /phones : PHONES_READ
            GET /phones/{id}/revoke : PHONES_READ
            GET /phones/{id}/wipe : PHONES_READ
            GET /published : RELEASES_READ
            GET /releases : RELEASES_READ
            GET /releases/prepare : RELEASE_FORESEEN
            GET /releases/{id} : RELEASES_READ
            GET /releases/{id}/{kind} : RELEASE_TAKEN
            GET /reports : REPORT_READ
            GET /reports/{period} : REPORT_READ
            GET /reports/{period}/words : REPORT_READ
            GET /reports/{period}/{kind} : REPORT_TAKEN
            GET /sync/v1/custody : phones
            GET /sync/v1/doorbell : - a bell without content
            GET /sync/v1/orders/{id} : phones
            GET /sync/v1/reference : phones
            GET /sync/v1/state : phones
            GET /targets : TARGETS_READ
            GET /targets/{region}/{period}/{figure} : TARGETS_READ
            GET /targets/{region}/{period}/{figure}/remove : TARGETS_READ
            POST /account/keys : API_KEY_MADE SIGN_IN_FAILED
            POST /account/keys/{id}/revoke : API_KEY_REVOKED
            POST /account/password : API_KEY_REVOKED PASSWORD_CHANGED SIGN_IN_FAILED
            POST /account/second-step : SECOND_FACTOR_SET SIGN_IN_FAILED
            POST /account/sign-out-everywhere : SESSIONS_ENDED
            POST /accounts : ACCOUNT_ADDED
            POST /accounts/{name}/change : ACCOUNT_CHANGED
            POST /accounts/{name}/disable : ACCOUNT_CHANGED ACCOUNT_CLOSED
            POST /accounts/{name}/enable : ACCOUNT_CHANGED ACCOUNT_CLOSED
            POST /accounts/{name}/reset-password : ACCOUNT_RESET
            POST /accounts/{name}/reset-second-step : SECOND_FACTOR_REMOVED
            POST /accounts/{name}/sign-out : SESSIONS_ENDED
            POST /api/v1/audit/verify : AUDIT_VERIFIED
            POST /api/v1/enrolment-codes : CODE_ISSUED
            POST /api/v1/installs/{id}/approve : PHONE_APPROVED
            POST /api/v1/installs/{id}/refuse : PHONE_REFUSED
            POST /api/v1/installs/{id}/revoke : PHONE_REVOKED
            POST /api/v1/installs/{id}/wipe : WIPE_ORDERED
            POST /api/v1/periods/{period}/seal : PERIOD_SEALED
            POST /api/v1/quarantine/review : NEED_ASSIGNED NEED_FINISHED NEED_REFERRED NEED_REOPENED NEED_TRANSFERRED NEED_UNASSIGNED NEED_WITHDRAWN QUARANTINE_REVIEWED
            POST /api/v1/recovery : NEED_ASSIGNED NEED_FINISHED NEED_REFERRED NEED_REOPENED NEED_TRANSFERRED NEED_UNASSIGNED NEED_WITHDRAWN RECOVERY_FILE_TAKEN
            POST /audit/verify : AUDIT_VERIFIED
            POST /language : open
            POST /login : PASSWORD_ACCEPTED SIGNED_IN SIGN_IN_FAILED
            POST /login/code : SIGNED_IN SIGN_IN_FAILED
            POST /logout : SIGNED_OUT
            POST /case-managers/{name} : PROFILES_READ PROFILE_CHANGED
            POST /needs/assign : NEEDS_READ NEED_ASSIGNED NEED_FINISHED NEED_REFERRED NEED_REOPENED NEED_TRANSFERRED NEED_UNASSIGNED NEED_WITHDRAWN
            POST /needs/{id}/{act} : NEEDS_READ NEED_ASSIGNED NEED_FINISHED NEED_REFERRED NEED_REOPENED NEED_TRANSFERRED NEED_UNASSIGNED NEED_WITHDRAWN
            POST /periods/{period}/late : PERIOD_REVISED
            POST /periods/{period}/seal : PERIOD_SEALED
            POST /phones/codes : CODE_ISSUED
            POST /phones/{id}/approve : PHONE_APPROVED
            POST /phones/{id}/refuse : PHONE_REFUSED
            POST /phones/{id}/revoke : PHONE_REVOKED
            POST /phones/{id}/wipe : WIPE_ORDERED
            POST /releases : RELEASE_FORESEEN RELEASE_MADE RELEASE_ORDERED
            POST /reports/{period}/words : REPORT_READ REPORT_WORDS_CHANGED
            POST /sync/v1/enrol : PHONE_ENROLLED
            POST /sync/v1/push : NEED_ASSIGNED NEED_FINISHED NEED_REFERRED NEED_REOPENED NEED_TRANSFERRED NEED_UNASSIGNED NEED_WITHDRAWN
            POST /sync/v1/push-token : phones
            POST /sync/v1/renew : PHONE_RENEWED
            POST /sync/v1/state : NEEDS_READ TRAJECTORIES_READ
            POST /sync/v1/team-key : KEY_HANDED KEY_MADE KEY_ROTATED
            POST /sync/v1/wiped : WIPE_CONFIRMED
            POST /targets : TARGETS_READ TARGET_SET
            POST /targets/{region}/{period}/{figure} : TARGETS_READ TARGET_SET
            POST /targets/{region}/{period}/{figure}/remove : TARGETS_READ TARGET_REMOVED
            """;
}
