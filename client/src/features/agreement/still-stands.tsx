import type { RoundAnswer } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { useSectionTitle } from './section-title.tsx'
import { StandingAnswers } from './standing-answers.tsx'

type StillStandsProps = {
  /** The asker’s own that have no other place on the page. */
  readonly mine: readonly RoundAnswer[]
  readonly edition: Edition
  readonly nameOf: (person: string) => string
  readonly onTakeBack: (section: string | null) => Promise<void>
}

/**
 * What the asker said and what stands, where nothing else on the page shows it: to a section that is not asked about now, or is empty,
 * or by who is not asked this time. A stop of theirs holds the plan up until they take it back (SPEC AGREE-9, AGREE-53).
 */
export function StillStands({ mine, edition, nameOf, onTakeBack }: StillStandsProps) {
  const t = useText()
  const titleOf = useSectionTitle(edition)
  const [note, setNote] = useState('')
  return (
    <KeptFocus className="stack">
      {mine.length > 0 ? (
        <section className="notice agree-stands" aria-labelledby="agree-stands" data-not-printed="">
          <h2 id="agree-stands" className="notice-title" tabIndex={-1}>
            {t('agreement.still-stands')}
          </h2>
          <StandingAnswers
            rows={mine}
            nameOf={nameOf}
            toWhat={(section) => (section === null ? t('agreement.whole-plan') : titleOf(section))}
            takeBack={t('agreement.take-back')}
            onTakeBack={async (section) => {
              await onTakeBack(section)
              setNote(t('agreement.taken-back'))
            }}
          />
        </section>
      ) : null}
      <p role="status" className="quiet agree-note">
        {note}
      </p>
    </KeptFocus>
  )
}
