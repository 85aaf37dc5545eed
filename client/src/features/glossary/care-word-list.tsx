import { useId, useMemo, useState } from 'react'
import { useLanguage, useText } from '../../text/use-text.ts'
import { TextField } from '../../ui/field.tsx'
import { type CareWord, isInitials } from './care-words/care-word.ts'
import { useCareWords, useNeededCareWords } from './care-words/known-care-words.ts'
import { wordsWith } from './care-words/words-with.ts'
import './glossary.css'
import './care-word-list.css'

/** What somebody looks for is shorter than the longest name of a law. */
const LONGEST = 80

/** Our own list of care words in the language shown, by the alphabet, with a field to find one (SPEC A11Y-75). */
export function CareWordList() {
  const t = useText()
  const lang = useLanguage()
  const [sought, seek] = useState('')
  const title = useId()
  useNeededCareWords(lang)
  const words = useCareWords()[lang]?.words
  const sorted = useMemo(() => words?.toSorted((a, b) => a.word.localeCompare(b.word, lang)), [words, lang])
  if (!sorted) return <p role="status">{t('common.opening')}</p>
  const found = wordsWith(sorted, sought)
  const unread = sorted.filter(({ read }) => read === false).length
  return (
    <section className="stack" aria-labelledby={title}>
      <h2 id={title}>{t('glossary.list-words')}</h2>
      {unread > 0 && <p className="notice">{t('glossary.unread', { count: unread })}</p>}
      <div className="care-word-find" data-not-printed="">
        <TextField
          type="search"
          label={t('glossary.find')}
          value={sought}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(event) => seek(event.target.value)}
        />
        <p role="status">
          {found.length > 0 ? t('glossary.found', { count: found.length }) : t('glossary.found-none')}
        </p>
      </div>
      <dl className="care-words">
        {found.map((word) => (
          <Entry key={word.id} word={word} />
        ))}
      </dl>
    </section>
  )
}

function Entry({ word: { word, also = [], means, easier } }: { readonly word: CareWord }) {
  const t = useText()
  const initials = also.filter((form) => isInitials(form) && !form.endsWith('s'))
  return (
    <div>
      <dt>
        {word}
        {initials.length > 0 && <span className="care-word-initials">{` (${initials.join(', ')})`}</span>}
      </dt>
      <dd>{means}</dd>
      {easier && (
        <dd className="quiet">
          {t('glossary.easier')} {easier}
        </dd>
      )}
    </div>
  )
}
