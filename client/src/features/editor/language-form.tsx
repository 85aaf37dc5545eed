import { type BlockLanguage, type LineSpan, languagesOfLines, sayLanguage, spokenIn } from '@withy/shared/plan'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useLanguageNames } from '../../text/use-language-names.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choices.tsx'
import { LanguageField } from '../../ui/language-field.tsx'
import type { ComesLate } from './fetched-panel.tsx'
import { keepWritesIn, writesIn } from './writes-in.ts'

/** The words somebody is writing in. */
export type WordsHere = {
  readonly fragment: Y.XmlFragment
  /** The lines they are on. */
  readonly lines: () => LineSpan
}

type LanguageFormProps = ComesLate & { readonly words: WordsHere; readonly onDone: () => void }

const WHOLE: LineSpan = { from: 0, to: Number.POSITIVE_INFINITY }

/** Asks in which language words are, and says so in the plan (SPEC A11Y-240). Nothing is guessed: nobody can tell Welsh from a few words. */
export function LanguageForm({ words: { fragment, lines }, goOn, onDone }: LanguageFormProps) {
  const t = useText()
  const nameOf = useLanguageNames()
  const announce = useAnnounce()
  const [was] = useState(() => languagesOfLines(fragment)[lines().from]?.lang ?? null)
  const [lang, choose] = useState(was)
  const [isWhole, setWhole] = useState(false)
  const [wished, wish] = useState<boolean | null>(null)
  const isOfMine = lang !== null && writesIn()?.lang === lang
  const begins = wished ?? isOfMine
  const form = useRef<HTMLFormElement>(null)
  // Asked for by pressing "Language": the next thing to do is to choose here.
  useEffect(() => goOn(form.current?.querySelector('select')), [goOn])

  const set = (event: FormEvent) => {
    event.preventDefault()
    sayLanguage(fragment, isWhole ? WHOLE : lines(), languageOf(lang))
    if (begins !== isOfMine) keepWritesIn(begins ? languageOf(lang) : null)
    const sentence = lang === null ? t('spoken.done-none') : t('spoken.done', { language: nameOf(lang) })
    announce({ kind: 'done', sentence })
    onDone()
  }
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
      <LanguageField label={t('spoken.label')} hint={t('spoken.hint')} value={lang} onChoose={choose} other />
      <Tick label={t('spoken.whole')} ticked={isWhole} onTick={setWhole} />
      {lang === null ? null : (
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

const languageOf = (tag: string | null): BlockLanguage | null => (tag === null ? null : spokenIn(tag))
