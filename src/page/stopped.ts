/**
 * Why something was aborted. Without a reason the engine makes an error of its own, which notes where it comes
 * from; to do so, Chromium parses every function on the stack anew: eight milliseconds for the whole script.
 */
export const STOPPED = 'stopped';
