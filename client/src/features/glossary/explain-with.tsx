import type { Language } from '@withy/shared/plan'
import { Fragment } from 'react'
import type { Explain } from '../../plan-view/explain.tsx'
import { useNeededCareWords } from './care-words/known-care-words.ts'
import type { Meaning, MeaningPiece } from './find-meanings.ts'
import { WordButton } from './word-button.tsx'

type Finds = (text: string) => readonly MeaningPiece[]

/** @param finds what can be explained in a text of a language; `wanted`: our list in another one, which it would take */
export function explainWith(
  finds: (lang: string | undefined) => { readonly find: Finds; readonly wanted: Language | null },
  show: (meaning: Meaning) => void,
): Explain {
  return () => {
    // Which stretch of the text has a word first: drawing one again says the same.
    const firstIn = new Map<string, object>()
    return (stretch, plain, at = {}) => {
      const { find, wanted } = finds(at.lang)
      const here = new Set<string>()
      const pieces = find(stretch.text)
      const drawn = pieces.map(({ text, meaning }, i) => {
        const first = meaning && (firstIn.get(meaning.id) ?? stretch)
        const isFirst = meaning !== undefined && first === stretch && !here.has(meaning.id)
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity, and keep no state
        if (!isFirst) return <Fragment key={i}>{plain(text)}</Fragment>
        firstIn.set(meaning.id, stretch)
        here.add(meaning.id)
        const alone = at.alone === true && pieces.length === 1
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <WordButton key={i} text={text} alone={alone} onPress={() => show(meaning)} />
      })
      return wanted ? [<Needed key="needed" language={wanted} />, ...drawn] : drawn
    }
  }
}

/** Stands where words of another language than the page's do: their list is fetched once they are drawn. */
function Needed({ language }: { readonly language: Language }) {
  useNeededCareWords(language)
  return null
}
