package nl.bereik.server.account;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/** Where requests come from. */
final class Addresses {
    /** Of an IPv6 address, the part that one household or office has to itself. */
    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** The sender's address, without its port; of IPv6 the network only, whose rest anybody can choose. */
    static String of(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        if (remote == null) {
            return "unknown";
        }
        if (remote.getAddress() instanceof Inet6Address six) {
            return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES));
        }
        return remote.getHostString();
    }
}
