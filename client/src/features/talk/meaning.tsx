import { sameWord } from '@withy/shared/plan'
import type { TalkThread } from '@withy/shared/protocol'
import { useContext, useRef, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { ExplainedInContext } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainForm } from './explain-form.tsx'
import { ExplainedNote } from './explained-note.tsx'
import { shortened } from './said.tsx'

/** Of words somebody asks about: what the plan explains of them, and for who writes the way to explain them (SPEC TALK-76). */
export function Meaning({ thread }: { readonly thread: TalkThread }) {
  const t = useText()
  const { may } = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  const open = useRef<HTMLButtonElement>(null)
  const quote = thread.place.words?.quote ?? ''
  const found = useContext(ExplainedInContext)(quote)
  const isExplained = found.some(({ word }) => sameWord(word) === sameWord(quote))
  const mayExplain = may('write') && !thread.settled && !isExplained
  return (
    <>
      {found.map((word) => (
        <ExplainedNote key={word.id} word={word} />
      ))}
      {/* What somebody writes stays, also where the question is settled meanwhile: sending it says so. */}
      {isOpen && may('write') && (
        <ExplainForm
          thread={thread.id}
          quote={quote}
          onDone={() => {
            setIsOpen(false)
            requestAnimationFrame(() => open.current?.focus())
          }}
        />
      )}
      {mayExplain && !isOpen && (
        <div className="talk-do">
          <Button
            ref={open}
            look="quiet"
            aria-label={t('talk-waiting.explain-named', { words: shortened(quote) })}
            onClick={() => setIsOpen(true)}
          >
            {t('talk-waiting.explain')}
          </Button>
        </div>
      )}
    </>
  )
}
