import { appendWords, hasBox, type Template } from '@withy/shared/plan'
import { useEffect, useId, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useRoots } from '../../live/root-changes.ts'
import type { KnownPerson } from '../../plan-view/item-view.tsx'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { focusMainHeading } from '../../ui/page.tsx'
import { copyWords } from './copy-words.ts'
import { type KeptWords, keptWords } from './kept-words.ts'
import './link-state.css'
import { Theirs } from '../../ui/theirs.tsx'

type Into = { readonly doc: Y.Doc; readonly template: Template; readonly people: readonly KnownPerson[] }

export type RecoveredDraftProps = {
  readonly boxes: readonly KeptWords[]
  /** The plan they can be put into; null where this person may not write in it. */
  readonly into: Into | null
  /** Whether the device keeps them, or this open page alone. */
  readonly onDevice: boolean
  /** There were more, which nobody can read any more. */
  readonly someLost: boolean
  readonly onDone: () => void
}

/**
 * Words that could not go over by themselves: of before the plan was put back from a copy, of somebody who may only read
 * now, or that the server did not take. To read, to copy, and where one may write to put into the plan, box by box. Never
 * put in by itself (SPEC SYNC-106 to SYNC-108). Takes the focus, which brings it into view.
 */
export function RecoveredDraft({ boxes, into, onDevice, someLost, onDone }: RecoveredDraftProps) {
  const t = useText()
  const heading = useId()
  const shown = useRef<HTMLHeadingElement>(null)
  const announce = useAnnounce()
  const title = t('draft.title', { count: boxes.length })
  useEffect(() => announce({ kind: 'done', sentence: title }), [announce, title])
  useEffect(() => {
    // Only then has the page gone to the section in the address, which may be far below.
    const timer = setTimeout(() => isBusy(shown.current?.parentElement) || shown.current?.focus())
    return () => clearTimeout(timer)
  }, [])
  return (
    <section className="notice notice-careful stack recovered" aria-labelledby={heading} data-not-printed="">
      <h2 ref={shown} id={heading} tabIndex={-1} className="notice-title">
        {title}
      </h2>
      {boxes.length > 0 ? (
        <>
          <p>{t(into ? 'draft.about' : 'draft.about-read')}</p>
          <p>{t(onDevice ? 'draft.on-device' : 'draft.on-page')}</p>
        </>
      ) : null}
      {boxes.map((box, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a draft never changes its order
        <DraftBox key={at} box={box} into={into} />
      ))}
      {someLost ? <p>{t('draft.some-lost')}</p> : null}
      <div className="row">
        <Button
          onClick={() => {
            focusMainHeading()
            onDone()
          }}
        >
          {t('draft.done')}
        </Button>
      </div>
    </section>
  )
}

/** Somebody is in it already, writes, or is in a dialog: the focus is theirs. */
const isBusy = (draft: Element | null | undefined): boolean =>
  draft?.contains(document.activeElement) ||
  document.activeElement?.closest('dialog, input, textarea, select, [contenteditable="true"]') != null

function DraftBox({ box, into }: { readonly box: KeptWords; readonly into: Into | null }) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const [told, setTold] = useState('')
  const title = box.title || t('draft.no-title')
  return (
    <article aria-labelledby={headingId} className="stack">
      <h3 ref={heading} id={headingId} tabIndex={-1} className="recovered-title">
        {title}
      </h3>
      <Theirs as="blockquote" className="recovered-words">
        {box.words}
      </Theirs>
      <div className="row">
        <Button
          aria-label={t('draft.copy-named', { box: title })}
          onClick={async () => setTold(t((await copyWords(box.words)) ? 'live.kept-copied' : 'draft.copy-not'))}
        >
          {t('draft.copy')}
        </Button>
        {into ? <PutIn box={box} title={title} onPut={() => heading.current?.focus()} {...into} /> : null}
        <span role="status">{told}</span>
      </div>
    </article>
  )
}

type PutInProps = Into & {
  readonly box: KeptWords
  readonly title: string
  /** The button is about to go: something else has to take the focus. */
  readonly onPut: () => void
}

/** Adds what the plan's own box does not have. What it has already is not put in a second time. */
function PutIn({ box, title, onPut, doc, template, people }: PutInProps) {
  const t = useText()
  const lang = useLanguage()
  useRoots(doc, [box.root])
  const [there] = keptWords(doc, [box.root], template, lang, people)
  const has = new Set(linesOf(there?.words ?? ''))
  const lacking = linesOf(box.words).filter((line) => !has.has(line))
  const why = !hasBox(doc, template.kind, box.root) ? 'no-box' : lacking.length === 0 ? 'is-in' : null
  return (
    <>
      {why === null ? (
        <Button
          look="main"
          aria-label={t('draft.put-named', { box: title })}
          onClick={() => {
            onPut()
            appendWords(doc, template.kind, box.root, lacking)
          }}
        >
          {t('draft.put')}
        </Button>
      ) : null}
      <span role="status" className="quiet">
        {why && t(`draft.${why}`)}
      </span>
    </>
  )
}

const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
