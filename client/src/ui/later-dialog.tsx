import { type ComponentType, useEffect, useState } from 'react'
import { openTexts, type Later as Texts } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { Dialog } from './dialog.tsx'
import { type FetchedFor, fetchAhead } from './fetch-ahead.ts'
import { reach } from './reach.ts'

type Closes = { readonly onClose: () => void }

/** A dialog that is fetched once, when it is first wanted. */
type Later<Props> = {
  /** null: not yet. */
  readonly here: () => ComponentType<Props> | null
  readonly fetch: () => Promise<ComponentType<Props>>
  /** Fetches it when the page has nothing better to do, for the page it is opened from. */
  readonly prepare: (what?: FetchedFor) => Promise<void>
}

/**
 * A dialog that comes after its page, so that no page waits for what few people open; prepared, it is there without a connection.
 * @param load what draws it
 * @param texts those it has that come later than the first ones
 */
export function laterDialog<Props extends Closes>(
  load: () => Promise<ComponentType<Props>>,
  ...texts: readonly Texts[]
): Later<Props> {
  let drawn: ComponentType<Props> | null = null
  const fetch = async () => {
    const [Drawn] = await reach(() => Promise.all([load(), openTexts(...texts)]))
    drawn = Drawn
    return Drawn
  }
  return {
    here: () => drawn,
    fetch,
    async prepare(what = 'press') {
      if (drawn) return
      // Asked for again by whoever opens it.
      await fetchAhead(what, fetch).catch(() => {})
    },
  }
}

type LaterDialogProps<Props> = { readonly later: Later<Props>; readonly given: Props }

/** A dialog that comes sooner is the only one that is heard (ms). */
const WORTH_SAYING_AFTER = 400

/** Draws it. Where it is not here and takes long, it says that it is opening; where it cannot be had, what to do. */
export function LaterDialog<Props extends Closes>({ later, given }: LaterDialogProps<Props>) {
  const t = useText()
  const [Drawn, setDrawn] = useState(later.here)
  const [isAway, setAway] = useState(false)
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (Drawn) return
    let over = false
    const timer = setTimeout(() => setSlow(true), WORTH_SAYING_AFTER)
    later.fetch().then(
      (fetched) => over || setDrawn(() => fetched),
      () => over || setAway(true),
    )
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [Drawn, later])
  if (Drawn) return <Drawn {...given} />
  if (!isSlow && !isAway) return null
  return (
    <Dialog
      title={t(isAway ? 'common.away-title' : 'common.opening')}
      close={t('common.close')}
      onClose={given.onClose}
    >
      <p role="status">{isAway ? t('common.away-words') : ''}</p>
    </Dialog>
  )
}
