import type { ActionTests, TestAnswers } from '@withy/shared/api'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { fetchTests, sendTestAnswers } from '../../api/tests.ts'
import { useDesk } from '../../live/desk.tsx'

export type Tests = {
  /** By item id; an action nobody has answered about has no entry. */
  readonly byItem: ReadonlyMap<string, ActionTests>
  /** Keeps my answers. Throws what `send` throws. */
  readonly answer: (item: string, answers: TestAnswers) => Promise<void>
}

const none: Tests = { byItem: new Map(), answer: async () => undefined }
export const TestsContext = createContext<Tests>(none)
export const useTests = (): Tests => useContext(TestsContext)

/** The test answers of the plan on the desk, asked for again whenever the room says that some changed. */
export function usePlanTests(): Tests {
  const { id, live } = useDesk()
  const [byItem, setByItem] = useState<ReadonlyMap<string, ActionTests>>(none.byItem)
  useEffect(() => {
    let wanted = true
    const ask = () =>
      fetchTests(id).then(
        ({ tests }) => wanted && setByItem(new Map(tests.map((each) => [each.item, each]))),
        // The plan works without them; they come with the next message, or when the page is opened again.
        () => undefined,
      )
    ask()
    const off = live.onMessage((message) => {
      if (message.type === 'tests') ask()
    })
    return () => {
      wanted = false
      off()
    }
  }, [id, live])
  return useMemo(
    () => ({
      byItem,
      async answer(item, answers) {
        const { tests } = await sendTestAnswers(id, item, answers)
        setByItem((now) => new Map(now).set(item, tests))
      },
    }),
    [byItem, id],
  )
}
