import { type ComponentType, useEffect, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import { reach } from '../../ui/reach.ts'

/** Where a panel that has come may put the focus: it takes a while, and whoever has gone on stays there (SPEC A11Y-31). */
export type ComesLate = { readonly goOn: GoOn }

type FetchedPanelProps<Props> = {
  readonly fetch: () => Promise<ComponentType<Props & ComesLate>>
  readonly props: Props
}

/** A panel under the tools, once it is here: fetched by whoever asks for it. */
export function FetchedPanel<Props extends object>({ fetch, props }: FetchedPanelProps<Props>) {
  const t = useText()
  const [goOn] = useState(focusFromHere)
  const [Panel, setPanel] = useState<ComponentType<Props & ComesLate> | null>(null)
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    reach(fetch).then(
      (fetched) => setPanel(() => fetched),
      () => setAway(true),
    )
  }, [fetch])
  return Panel ? <Panel {...props} goOn={goOn} /> : <p role="status">{isAway && t('plan.editor-away')}</p>
}
