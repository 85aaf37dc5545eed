import { easyHints, type Item, LANGUAGES, type Language, photoOf } from '@withy/shared/plan'
import { useContext } from 'react'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import { photoWords } from './photo/photo-words.ts'

type EasyHintsProps = {
  readonly words: string
  /** The language of the words; else their plan's, and the page's where nobody said. */
  readonly lang?: Language | undefined
}

/** What could be easier in some words, kindly. Nothing where nothing could. */
export function EasyHints({ words, lang }: EasyHintsProps) {
  const t = useText()
  const reader = useLanguage()
  const plan = useContext(PlanLanguage)
  const known = LANGUAGES.find((one) => one === (lang ?? plan ?? reader))
  const hints = known ? easyHints(words, known) : []
  if (hints.length === 0) return null
  return (
    <ul className="list easy-hints">
      {hints.map((hint) => (
        <li key={hint.is === 'hard' ? hint.word : hint.is}>
          {hint.is === 'long'
            ? t('easy.hint-long', { count: hint.words })
            : hint.is === 'sentences'
              ? t('easy.hint-sentences')
              : t('easy.hint-hard', { word: hint.word, easier: hint.easier })}
        </li>
      ))}
    </ul>
  )
}

/** Asks what the photo of a row shows, where nobody has said; it keeps nobody from anything (SPEC EASY-52). */
export function PhotoHint({ item }: { readonly item: Item }) {
  const t = useText()
  if (photoOf(String(item.cells.picture ?? '')) === null || photoWords(item) !== '') return null
  return <p className="easy-hints">{t('easy.hint-photo')}</p>
}
