package org.fetchwise.servers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A file that one process at a time holds. The operating system releases it when the process dies, however it dies. */
record ExclusiveLock(FileChannel channel) implements Closeable {
    /** What is done while a lock is held. */
    @FunctionalInterface
    interface Work<T> {
        /** {@return the outcome} */
        T perform() throws IOException;
    }

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    /** {@return the outcome of work that is done once nobody else holds the lock} */
    static <T> T holding(Path file, Work<T> work) throws IOException {
        ExclusiveLock lock = acquire(file);
        try {
            return work.perform();
        } finally {
            lock.close();
        }
    }

    /** {@return the lock, once nobody else holds it} */
    static ExclusiveLock acquire(Path file) throws IOException {
        while (true) {
            Optional<ExclusiveLock> lock = tryAcquire(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** {@return the lock, or empty while a process, this one included, holds it} */
    static Optional<ExclusiveLock> tryAcquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new ExclusiveLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
