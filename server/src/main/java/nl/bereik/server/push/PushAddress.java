package nl.bereik.server.push;

import org.jspecify.annotations.Nullable;

/**
 * Where an install can be nudged.
 *
 * @param phone the first install of the same phone
 * @param holder the account of the person who carries it; null when nobody is named
 */
public record PushAddress(
        String install, String phone, @Nullable String holder, PushToken token) {}
