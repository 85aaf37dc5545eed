import {
  type BlockLanguage,
  type LineSpan,
  languagesOfLines,
  OTHER_LANGUAGE,
  SPOKEN_LANGUAGES,
  sayLanguage,
  spokenIn,
} from '@withy/shared/plan'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useLanguageNames } from '../../text/use-language-names.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'
import type { ComesLate } from './fetched-panel.tsx'
import { keepWritesIn, writesIn } from './writes-in.ts'

/** The words somebody is writing in. */
export type WordsHere = {
  readonly fragment: Y.XmlFragment
  /** The lines they are on. */
  readonly lines: () => LineSpan
}

type LanguageFormProps = ComesLate & { readonly words: WordsHere; readonly onDone: () => void }

const NOBODY_SAID = ''
const WHOLE: LineSpan = { from: 0, to: Number.POSITIVE_INFINITY }

/** Asks in which language words are, and says so in the plan (SPEC A11Y-240). Nothing is guessed: nobody can tell Welsh from a few words. */
export function LanguageForm({ words: { fragment, lines }, goOn, onDone }: LanguageFormProps) {
  const t = useText()
  const nameOf = useLanguageNames()
  const announce = useAnnounce()
  const [was] = useState(() => languagesOfLines(fragment)[lines().from]?.lang ?? NOBODY_SAID)
  const [lang, choose] = useState(was)
  const [isWhole, setWhole] = useState(false)
  const [wished, wish] = useState<boolean | null>(null)
  const isOfMine = lang !== NOBODY_SAID && writesIn()?.lang === lang
  const begins = wished ?? isOfMine
  const form = useRef<HTMLFormElement>(null)
  // Asked for by pressing "Language": the next thing to do is to choose here.
  useEffect(() => goOn(form.current?.querySelector('select')), [goOn])

  const set = (event: FormEvent) => {
    event.preventDefault()
    sayLanguage(fragment, isWhole ? WHOLE : lines(), languageOf(lang))
    if (begins !== isOfMine) keepWritesIn(begins ? languageOf(lang) : null)
    const sentence = lang === NOBODY_SAID ? t('spoken.done-none') : t('spoken.done', { language: nameOf(lang) })
    announce({ kind: 'done', sentence })
    onDone()
  }
  const tags = [...SPOKEN_LANGUAGES.map((one) => one.lang), OTHER_LANGUAGE.lang]
  // One that came with a file stays what it is.
  const all = was === NOBODY_SAID || tags.includes(was) ? tags : [...tags, was]
  return (
    <form
      ref={form}
      className="tool-panel"
      onSubmit={set}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <SelectField
        label={t('spoken.label')}
        hint={t('spoken.hint')}
        value={lang}
        onChange={(event) => choose(event.target.value)}
      >
        <option value={NOBODY_SAID}>{t('spoken.nobody')}</option>
        {all.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </SelectField>
      <Tick label={t('spoken.whole')} ticked={isWhole} onTick={setWhole} />
      {lang === NOBODY_SAID ? null : (
        <Tick label={t('spoken.begins')} about={t('spoken.begins-about')} ticked={begins} onTick={wish} />
      )}
      <div className="row">
        <Button look="main" type="submit">
          {t('spoken.set')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('plan.cancel')}
        </Button>
      </div>
    </form>
  )
}

const languageOf = (tag: string): BlockLanguage | null => (tag === NOBODY_SAID ? null : spokenIn(tag))
