import { useCallback, useEffect, useRef, useState } from 'react'
import { useWhenConnected } from './use-when-connected.ts'

/** How far a question to the server has come. */
export type Asked<Answer> =
  | { readonly is: 'asking' }
  | { readonly is: 'here'; readonly answer: Answer }
  | { readonly is: 'refused'; readonly error: unknown }

/**
 * Asks once when the page opens, on `again()`, and where nothing answered when there is a connection again; what was here stays until the new answer has come.
 * @param ask taken as it is at the first drawing: give the component a `key` where what is asked depends on something
 */
export function useAnswer<Answer>(ask: () => Promise<Answer>): Asked<Answer> & { readonly again: () => Promise<void> } {
  const asking = useRef(ask)
  const [asked, setAsked] = useState<Asked<Answer>>({ is: 'asking' })
  const again = useCallback(
    () =>
      asking.current().then(
        (answer) => setAsked({ is: 'here', answer }),
        (error: unknown) => setAsked({ is: 'refused', error }),
      ),
    [],
  )
  useEffect(() => {
    again()
  }, [again])
  useWhenConnected(asked.is === 'refused' ? asked.error : null, again)
  return { ...asked, again }
}
