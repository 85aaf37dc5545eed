import type { Figure } from '../bench.ts'
import { median } from '../report/spread.ts'
import type { Withy } from './withy.ts'

/**
 * How long something takes the first time and then `again` times more, and how long the server's thread was held at a stretch.
 * @param aim for the first time (ms)
 */
export async function asked(
  withy: Withy,
  name: string,
  ask: () => Promise<unknown>,
  { again, aim }: { readonly again: number; readonly aim?: number },
): Promise<Figure[]> {
  await withy.heldAtMost()
  const times: number[] = []
  for (let n = 0; n <= again; n += 1) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  const [first = 0, ...more] = times
  return [
    { name: `${name}, the first time`, unit: 'ms', value: first, ...(aim !== undefined && { aim }) },
    ...(more.length > 0 ? [{ name: `${name}, once more`, unit: 'ms' as const, value: median(more) }] : []),
    { name: `${name}: thread held, at most`, unit: 'ms', value: await withy.heldAtMost() },
  ]
}
