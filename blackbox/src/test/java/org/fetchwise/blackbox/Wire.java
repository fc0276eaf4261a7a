package org.fetchwise.blackbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line between a program and its database, which can be cut. Safe for use by several threads. */
final class Wire implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final String url;
    private final String host;
    private final int port;
    private volatile boolean losesAnswers;

    /**
     * Lays the wire.
     *
     * @param url the JDBC URL of the database
     */
    Wire(String url) throws IOException {
        Matcher address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalArgumentException("The URL names no host and port.");
        }
        this.host = address.group(1);
        this.port = Integer.parseInt(address.group(2));
        this.url = address.replaceFirst("//127.0.0.1:" + entrance.getLocalPort() + "/");
        Thread.ofVirtual().start(this::accept);
    }

    /** {@return the JDBC URL by which the database is reached over this wire} */
    String url() {
        return url;
    }

    /** Resets every connection. */
    void cut() {
        ends.forEach(Wire::reset);
    }

    /** Lets the next question reach the database, and cuts the wire instead of bringing the answer. */
    void loseNextAnswer() {
        losesAnswers = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket program = entrance.accept();
                Socket database = new Socket(host, port);
                ends.add(program);
                ends.add(database);
                Thread.ofVirtual().start(() -> carry(program, database, false));
                Thread.ofVirtual().start(() -> carry(database, program, true));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[8_192];
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                if (answers && losesAnswers) {
                    losesAnswers = false;
                    cut();
                    return;
                }
                output.write(bytes, 0, count);
                output.flush();
            }
        } catch (IOException cut) {
            reset(from);
            reset(to);
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    /** Without lingering, what is closed is reset. */
    private static void reset(Socket end) {
        try (end) {
            end.setSoLinger(true, 0);
        } catch (IOException gone) {
            // It is closed already, as it should be.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
