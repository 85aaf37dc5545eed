import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** For how long somebody rests before hints come, and how long that is in a test (ms). */
const REST = { usually: 2_000, here: 200 }

/** Makes the rest short: nothing else in a box waits for as long. Ends with the test. */
export function shortRest(): void {
  const wait = globalThis.setTimeout
  vi.stubGlobal('setTimeout', (done: () => void, ms?: number) => wait(done, ms === REST.usually ? REST.here : ms))
}

/** Long enough for a hint to come where one would. */
export const pause = () => act(() => new Promise<void>((done) => setTimeout(done, 3 * REST.here)))
