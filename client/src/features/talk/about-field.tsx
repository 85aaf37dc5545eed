import type { TalkPlace } from '@withy/shared/protocol'
import { useMemo } from 'react'
import { useText } from '../../text/use-text.ts'
import { SelectField } from '../../ui/field.tsx'
import type { PlacesHere } from './anchor-here.ts'
import { shortened } from './said.tsx'

type AboutFieldProps = {
  readonly places: PlacesHere
  readonly about: TalkPlace
  readonly onAbout: (about: TalkPlace) => void
}

/** What a comment is about: all of it, the words that were marked, or a sentence from a list. Nothing where there are no words. */
export function AboutField({ places, about, onAbout }: AboutFieldProps) {
  const t = useText()
  const sentences = useMemo(() => [...new Set(places.sentences())], [places])
  const quote = about.words?.quote ?? null
  if (sentences.length === 0 && quote === null) return null
  return (
    <SelectField
      label={t('talk.what-about')}
      value={quote ?? ''}
      onChange={({ target: { value } }) => onAbout((value && places.sentence(value)) || places.whole)}
    >
      <option value="">{t('talk.about-all')}</option>
      {quote !== null && !sentences.includes(quote) && (
        <option value={quote}>{t('talk.words-marked', { words: shortened(quote) })}</option>
      )}
      {sentences.map((words) => (
        <option key={words} value={words}>
          {shortened(words)}
        </option>
      ))}
    </SelectField>
  )
}
