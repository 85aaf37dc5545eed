import type { ActionTests, TestAnswers } from '@withy/shared/api'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { fetchTests, sendTestAnswers } from '../../api/tests.ts'
import { createAsking } from '../../live/asking.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { openTexts } from '../../text/language.ts'
import { useWhenIdle } from '../../ui/use-when-idle.ts'

/** What draws the questions and answers, with their words: few people open them. */
type Drawing = typeof import('./answers.tsx')
const fetchDrawing = async (): Promise<Drawing> =>
  (await Promise.all([import('./answers.tsx'), openTexts('action-tests')]))[0]

export type Tests = {
  /** Whether the answers that are kept have come: nothing is asked before, or it would be kept over them. */
  readonly are: 'asked for' | 'here' | 'away'
  /** Asks for them again where they did not come. */
  readonly again: () => void
  /** By item id; an action nobody has answered about has no entry. */
  readonly byItem: ReadonlyMap<string, ActionTests>
  /** null: not here yet. */
  readonly drawing: Drawing | null
  /** Keeps my answers. Throws what `send` throws. */
  readonly answer: (item: string, answers: TestAnswers) => Promise<void>
  /** There is no connection: what is not here does not come for now. */
  readonly isLost: boolean
}

const none: Tests = {
  are: 'asked for',
  again() {},
  byItem: new Map(),
  drawing: null,
  answer: async () => undefined,
  isLost: false,
}
export const TestsContext = createContext<Tests>(none)
export const useTests = (): Tests => useContext(TestsContext)

type Known = Pick<Tests, 'are' | 'byItem'>

/** The test answers of the plan on the desk: asked for again when the room says that some changed, or may have while it was lost. */
export function usePlanTests(): Tests {
  const { id, live, people } = useDesk()
  const stage = useLinkStage(live)
  const open = stage === 'open'
  const isLost = !open && stage !== 'opening'
  const drawing = useWhenIdle(fetchDrawing)
  const [known, setKnown] = useState<Known>(none)
  const [turn, setTurn] = useState(0)

  const asking = useRef<{ outdate(): void } | null>(null)
  const askers = useRef(0)
  askers.current = people.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    if (!open) return
    const made = createAsking({
      ask: () => fetchTests(id),
      came: ({ tests }) => setKnown({ are: 'here', byItem: new Map(tests.map((each) => [each.item, each])) }),
      // Answers that came before stay; newer ones come with the next message.
      away: () => setKnown((before) => (before.are === 'here' ? before : { ...before, are: 'away' })),
      askers: () => askers.current,
    })
    asking.current = made
    made.now()
    const off = live.onMessage((message) => {
      if (message.type === 'tests') made.soon()
    })
    return () => {
      made.stop()
      off()
    }
  }, [id, live, turn, open])

  const again = useCallback(() => {
    setKnown((before) => ({ ...before, are: 'asked for' }))
    setTurn((before) => before + 1)
  }, [])
  return useMemo(
    () => ({
      ...known,
      drawing,
      isLost,
      again,
      async answer(item, answers) {
        const { tests } = await sendTestAnswers(id, item, answers)
        asking.current?.outdate()
        setKnown((now) => ({ ...now, byItem: withNewest(now.byItem, tests) }))
      },
    }),
    [known, drawing, isLost, again, id],
  )
}

/** An action nobody has answered about (any more) has no entry. */
function withNewest(byItem: Tests['byItem'], tests: ActionTests): Tests['byItem'] {
  const newest = new Map(byItem).set(tests.item, tests)
  if (tests.mine === null && tests.answered === 0) newest.delete(tests.item)
  return newest
}
