/**
 * How much a socket may bring, as both ends have to know it: the server refuses what is more, and a page with more to say
 * cuts it into parts (SPEC SYNC-80). The server's other limits are in server/src/live/limits.ts.
 */
export const SOCKET_LIMITS = {
  /** What one update may bring that is new: about 100 printed pages at once. */
  updateBytes: 256 * 1024,
  /** Client ids in one update. Each page load has its own: a long spell offline over many reloads. */
  clientsPerUpdate: 64,
  bytesPerSecond: 512 * 1024,
  bytesAtOnce: 8 * 1024 * 1024,
} as const
