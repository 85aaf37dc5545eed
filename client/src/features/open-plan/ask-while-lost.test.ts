import { afterEach, expect, it, vi } from 'vitest'
import { createListeners } from '../../live/listeners.ts'
import type { Link, LivePlan } from '../../live/live-plan.ts'
import { askWhileLost } from './ask-while-lost.ts'

afterEach(() => void vi.useRealTimers())

it('[SYNC-102] an answer that comes in the next loss does not double the asking', async () => {
  vi.useFakeTimers()
  const links = createListeners<Link>()
  const lost = () => links.tell({ is: 'lost', unsaved: false, kept: 'no' })
  const answers: (() => void)[] = []
  const ask = () => new Promise<void>((resolve) => answers.push(resolve))
  const stop = askWhileLost({ onLink: links.add } as LivePlan, ask, () => {})
  lost()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(answers).toHaveLength(1)
  links.tell({ is: 'open', saved: 'saved' })
  lost()
  answers[0]?.()
  // The second question is not answered: there is to be no third.
  await vi.advanceTimersByTimeAsync(30_000)
  expect(answers).toHaveLength(2)
  answers[1]?.()
  await vi.advanceTimersByTimeAsync(12_000)
  expect(answers).toHaveLength(3)
  stop()
  answers[2]?.()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(answers).toHaveLength(3)
})
