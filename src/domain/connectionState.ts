/**
 * Where a session stands. `connecting`: a request is under way. `open`: events may come.
 * `waiting`: the next attempt has a time. `closed`: ended, by the user or by 204. `failed`: ended by
 * an answer or an error after which a client must not retry by itself.
 */
export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'closed' | 'failed';

/** [spec] "This must initially be an implementation-defined value, probably in the region of a few seconds." */
export const defaultReconnectionTimeMs = 3000;
