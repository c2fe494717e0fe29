package dev.tidemark.prober.host;

/**
 * The threads with which the JDK waits for processes ("process reaper"). They inherit the context class loader of the thread that
 * starts a process or waits for one, are reused for later processes, and so would keep an undeployed application in memory.
 */
final class ReaperThreads {

    private ReaperThreads() {}

    /** Starts or awaits a process. */
    @FunctionalInterface
    interface Action<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs an action whose new threads inherit the class loader of the JVM instead of that of the application. */
    static <T, E extends Exception> T detached(Action<T, E> action) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return action.run();
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
