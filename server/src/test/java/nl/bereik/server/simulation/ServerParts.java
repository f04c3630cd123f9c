package nl.bereik.server.simulation;

import java.net.URI;
import java.time.Clock;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.account.MemoryAccounts;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Teams;
import nl.bereik.server.intake.QuarantineReview;
import nl.bereik.server.need.MemoryNeedStore;
import nl.bereik.server.need.MemoryRings;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.need.NeedStore;
import nl.bereik.server.need.Rings;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.reach.MemoryRevisionStore;
import nl.bereik.server.reach.ReachCounter;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.retention.MemoryForgotten;
import nl.bereik.server.retention.RetentionAges;
import nl.bereik.server.retention.SealedDays;
import nl.bereik.server.signature.Verifiers;
import nl.bereik.server.state.StateSource;
import nl.bereik.server.wipe.MemoryWipeOrders;
import nl.bereik.server.wipe.WipeOrders;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts servers together out of every component of the features that phones talk to, over given ports. Only what knows
 * no instance, Spring's own web parts, is shared.
 */
public final class ServerParts {
    private static final List<String> FEATURES = List.of(
            "web",
            "signature",
            "reference",
            "contact",
            "intake",
            "reach",
            "install",
            "enrolment",
            "pull",
            "wipe",
            "need");
    private static final Map<String, Class<?>> COMPONENTS = components();
    private static final ApplicationContext WEB = new AnnotationConfigApplicationContext(Web.class);

    private ServerParts() {}

    /** Not a component, so that no server in a process of its own finds it. */
    @EnableWebFlux
    static class Web {}

    /** A port and what fills it. */
    public record Port<P>(Class<P> type, P port) {}

    /** What a server is given beside its ports. */
    public record Chance(RandomGenerator random, Verifiers verifiers, Teams teams) {}

    /** A server that has started. */
    public record Running(HttpHandler http, ReachCounter counter, QuarantineReview review) {
        /** The reply to a request, when the server has answered it. Never empty, never an error. */
        public Mono<WireReply> exchange(WireRequest wire) {
            return Mono.defer(() -> {
                MockServerHttpRequest.BodyBuilder builder = MockServerHttpRequest.method(
                        HttpMethod.valueOf(wire.method()), URI.create("http://server" + wire.path()));
                wire.headers().forEach(builder::header);
                MockServerHttpRequest request = wire.body().length == 0
                        ? builder.build()
                        : builder.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(wire.body())));
                MockServerHttpResponse response = new MockServerHttpResponse();
                return http.handle(request, response).then(Mono.defer(() -> DataBufferUtils.join(response.getBody())
                        .map(ServerParts::bytes)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> reply(response, body))));
            });
        }
    }

    public static Running start(Clock clock, Chance chance, ReferenceData configured, List<Port<?>> ports) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setParent(WEB);
        single(context, Clock.class, clock);
        single(context, RandomGenerator.class, chance.random());
        single(context, Verifiers.class, chance.verifiers());
        single(context, ReferenceData.class, configured);
        single(context, Teams.class, chance.teams());
        StateSource reference = install -> Flux.just(configured.record());
        single(context, StateSource.class, reference);
        PeriodSeals seals = new MemoryPeriodSeals();
        single(context, PeriodSeals.class, seals);
        single(context, SealedDays.class, new SealedDays(seals, chance.teams()));
        single(context, Forgotten.class, new MemoryForgotten());
        single(
                context,
                RetentionAges.class,
                new RetentionAges(
                        Period.ofMonths(24),
                        Period.ofMonths(12),
                        Period.ofMonths(24),
                        Period.ofMonths(24),
                        Period.ofMonths(1)));
        single(context, AuditTrail.class, new MemoryAuditTrail());
        single(context, WipeOrders.class, new MemoryWipeOrders());
        single(context, NeedStore.class, new MemoryNeedStore());
        single(context, MemoryEventStore.class, new MemoryEventStore());
        single(context, MemoryRevisionStore.class, new MemoryRevisionStore());
        single(context, CareProfiles.class, new MemoryCareProfiles());
        single(context, Rings.class, new MemoryRings());
        single(context, NeedProperties.class, NeedProperties.USUAL);
        single(context, Accounts.class, new MemoryAccounts());
        ports.forEach(port -> single(context, port.type(), port.port()));
        COMPONENTS.forEach((name, type) -> context.registerBeanDefinition(name, component(type)));
        context.registerBeanDefinition(
                "requestMappingHandlerMapping", new RootBeanDefinition(RequestMappingHandlerMapping.class));
        context.registerBeanDefinition("webHandler", new RootBeanDefinition(DispatcherHandler.class));
        context.refresh();
        return new Running(
                WebHttpHandlerBuilder.applicationContext(context).build(),
                context.getBean(ReachCounter.class),
                context.getBean(QuarantineReview.class));
    }

    private static void single(GenericApplicationContext context, Class<?> type, Object bean) {
        context.getBeanFactory().registerSingleton(type.getName(), bean);
    }

    private static BeanDefinition component(Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(type);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        return definition;
    }

    private static Map<String, Class<?>> components() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*\\.(Mongo\\w+|ReachLoop|TeamsWithFigures|Memory\\w+|PageFaults)")));
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (String feature : FEATURES) {
            scanner.findCandidateComponents("nl.bereik.server." + feature).stream()
                    .map(BeanDefinition::getBeanClassName)
                    .sorted()
                    .forEach(name -> found.put(name, ClassUtils.resolveClassName(name, null)));
        }
        return found;
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        return bytes;
    }

    private static WireReply reply(MockServerHttpResponse response, byte[] body) {
        var status = response.getStatusCode();
        return new WireReply(
                status == null ? 200 : status.value(), response.getHeaders().toSingleValueMap(), body);
    }
}
