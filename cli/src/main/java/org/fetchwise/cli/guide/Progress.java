package org.fetchwise.cli.guide;

/** Follows a run of the guide while it runs. */
public interface Progress {
    /**
     * Called before something that takes time.
     *
     * @param activity what is done now
     */
    void begins(String activity);

    /**
     * Called when a variant is done.
     *
     * @param result how it went
     */
    void done(Result result);
}
