import type { SpawnNeeds } from '../../src/testing/spawn-server.ts'

const PRELOAD = new URL('./skew-clock.mjs', import.meta.url).href

/** What starts a server whose wall clock is off by so many milliseconds. */
export const clockOff = (ms: number): SpawnNeeds => ({
  env: { NODE_OPTIONS: `--import=${PRELOAD}`, CLOCK_OFF_MS: `${Math.round(ms)}` },
})
