import { type Edition, type EditionSection, inLanguage } from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { EditionView } from '../../plan-view/edition-view.tsx'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

type PaperProps = {
  readonly planId: string
  readonly edition: Edition
  readonly after?: (section: EditionSection, title: string) => ReactNode
}

/** The words people are asked about, as on a sheet of paper. */
export function Paper({ planId, edition, after }: PaperProps) {
  const t = useText()
  const lang = useLanguage()
  const isEmpty = edition.parts.every(({ sections }) => sections.length === 0) && edition.unplaced.length === 0
  return (
    <div className="agree-paper">
      <Theirs as="p" className="agree-paper-title">
        {edition.title}
      </Theirs>
      {isEmpty ? <p>{t('agreement.plan-empty')}</p> : null}
      <EditionView
        edition={edition}
        planId={planId}
        {...(after && { after: (section: EditionSection) => after(section, inLanguage(section.title, lang)) })}
      />
    </div>
  )
}
