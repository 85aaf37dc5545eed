import { type BlockLanguage, languagesOfLines } from '@withy/shared/plan'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

const NOTHING: BlockLanguage = {}

/** Language and direction of a box that is all in one: a plain text area can say no more (SPEC A11Y-241). */
export function useLanguageSaid(fragment: Y.XmlFragment): BlockLanguage {
  const follow = useCallback(
    (listener: () => void) => {
      fragment.observeDeep(listener)
      return () => fragment.unobserveDeep(listener)
    },
    [fragment],
  )
  const said = useSyncExternalStore(follow, () => JSON.stringify(saidOfAll(fragment)))
  return JSON.parse(said) as BlockLanguage
}

function saidOfAll(fragment: Y.XmlFragment): BlockLanguage {
  const [first = NOTHING, ...rest] = languagesOfLines(fragment)
  return rest.every(({ lang, dir }) => lang === first.lang && dir === first.dir) ? first : NOTHING
}
