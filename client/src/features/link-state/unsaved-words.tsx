import { useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useLink } from '../../live/use-live.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { asOneText, keptWords } from './kept-words.ts'
import { KeptWordsField } from './kept-words-field.tsx'
import { lightOf } from './light-words.ts'

/**
 * Where one's words are when they are not safe: that the connection is down, and the words that wait, to be copied
 * (SPEC SYNC-103). As they were when this was opened, so that nothing goes from under the fingers when they are saved.
 */
export function UnsavedWords() {
  const t = useText()
  const lang = useLanguage()
  const { live, template, people } = useDesk()
  const link = useLink(live)
  const [words] = useState(() =>
    lightOf(link).shape === 'stop' ? asOneText(keptWords(live.doc, live.unsaved(), template, lang, people)) : '',
  )
  return (
    <>
      {link.is === 'lost' && <p className="safe-trouble">{t('live.lost')}</p>}
      {words && <KeptWordsField words={words} about="live.kept-on-page" label="live.kept-copy-unsaved" />}
    </>
  )
}
