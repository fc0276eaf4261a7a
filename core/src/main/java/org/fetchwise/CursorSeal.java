package org.fetchwise;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fetchwise.error.QueryException;
import org.jspecify.annotations.Nullable;

/**
 * Makes cursors of places in an order, and places of cursors that it has made. A cursor goes out to a browser and comes back: it
 * is sealed with a secret, so that nobody makes one of his own, and belongs to one query.
 */
final class CursorSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 16;
    private static final int LEAST_SECRET = 16;
    private static final byte VERSION = 1;

    private final SecretKeySpec secret;

    private CursorSeal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A seal whose cursors nobody else can read. */
    static CursorSeal random() {
        byte[] secret = new byte[2 * SEAL];
        new SecureRandom().nextBytes(secret);
        return new CursorSeal(secret);
    }

    static CursorSeal of(byte[] secret) {
        if (secret.length < LEAST_SECRET) {
            throw new QueryException("A secret for cursors has at least " + LEAST_SECRET + " bytes, but this has "
                    + secret.length + ".");
        }
        return new CursorSeal(secret);
    }

    /**
     * A place in an order.
     *
     * @param backwards whether the page is before it and not behind it
     * @param values the values there, as texts
     */
    record Place(boolean backwards, List<@Nullable String> values) {}

    String close(String query, Place place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(place.backwards());
            out.writeByte(place.values().size());
            for (String value : place.values()) {
                out.writeBoolean(value != null);
                if (value != null) {
                    byte[] text = value.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
            out.write(seal(query, bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    Place open(String query, String cursor) {
        byte[] whole = decoded(query, cursor);
        int length = whole.length - SEAL;
        byte[] content = Arrays.copyOf(whole, Math.max(0, length));
        if (length < 1
                || !MessageDigest.isEqual(seal(query, content), Arrays.copyOfRange(whole, length, whole.length))) {
            throw foreign(query);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION) {
                throw foreign(query);
            }
            boolean backwards = in.readBoolean();
            int size = in.readByte();
            List<@Nullable String> values = new ArrayList<>(size);
            for (int at = 0; at < size; at++) {
                values.add(in.readBoolean() ? new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8) : null);
            }
            return new Place(backwards, values);
        } catch (IOException broken) {
            throw foreign(query);
        }
    }

    private static byte[] decoded(String query, String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException noText) {
            throw foreign(query);
        }
    }

    private static QueryException foreign(String query) {
        return new QueryException("This cursor was not made by this query, or not with this handle's secret: begin with"
                + " the first page. Handles of several programs share cursors by Database.withCursorSecret(...)."
                + "\nin query: " + query);
    }

    private byte[] seal(String query, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(query.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), SEAL);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", missing);
        }
    }
}
