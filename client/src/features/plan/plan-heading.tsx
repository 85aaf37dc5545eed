import type { PlanFacts } from '@withy/shared/api'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useFocusBack } from '../../ui/late-focus.ts'
import { LaterDialog, laterDialog } from '../../ui/later-dialog.tsx'
import { MainHeading } from '../../ui/page.tsx'
import { useWhenIdle } from '../../ui/use-when-idle.ts'

const fetchForm = () => import('./rename-form.tsx')
const language = laterDialog(async () => (await import('./plan-language-dialog.tsx')).PlanLanguageDialog, 'spoken')

type PlanHeadingProps = {
  readonly facts: PlanFacts
  /** More that can be done, beside renaming. */
  readonly children?: ReactNode
}

/** The name of the plan, what it is, and ways to rename it and to say its language for those who may. */
export function PlanHeading({ facts, children }: PlanHeadingProps) {
  const t = useText()
  const words = useWords()
  const { template, may, people } = useDesk()
  const [renaming, setRenaming] = useState(false)
  const form = useWhenIdle(fetchForm, renaming)
  const [asking, setAsking] = useState(false)
  const button = useFocusBack(renaming)
  useWorkshopNews(facts)
  return (
    <div className="plan-heading">
      <MainHeading theirs>{facts.title}</MainHeading>
      <p className="plan-kind">{words(template.about)}</p>
      {people.find(({ id }) => id === facts.me)?.cameBy === 'example' && <p>{t('plan.example-copy')}</p>}
      {facts.workshop && (
        <p className="notice notice-calm">
          {t('plan.workshop-open')}{' '}
          <Link href={`/plans/${facts.id}/workshops/${facts.workshop.id}`}>{facts.workshop.title}</Link>
        </p>
      )}
      {!facts.workshop && facts.lastWorkshop && (
        <p className="quiet plan-you-said">
          {t('plan.workshop-closed', { title: facts.lastWorkshop.title })}{' '}
          <Link href={`/plans/${facts.id}/workshops/${facts.lastWorkshop.id}/you-said`}>{t('plan.you-said')}</Link>
        </p>
      )}
      {renaming && form && <form.RenameForm plan={facts.id} title={facts.title} onDone={() => setRenaming(false)} />}
      <div className="plan-heading-do">
        {!(renaming && form) && may('rename') && (
          <Button ref={button} look="quiet" onClick={() => setRenaming(true)}>
            {t('plan.rename')}
          </Button>
        )}
        {may('rename') && (
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {t('plan.language')}
          </Button>
        )}
        {children}
      </div>
      {asking && (
        <LaterDialog later={language} given={{ plan: facts.id, lang: facts.lang, onClose: () => setAsking(false) }} />
      )}
    </div>
  )
}

/** A workshop that others open is told by the announcer: whoever chose quiet reads it when they come to it (SPEC SYNC-154). */
function useWorkshopNews({ workshop }: PlanFacts): void {
  const t = useText()
  const announce = useAnnounce()
  const known = useRef(workshop?.id)
  useEffect(() => {
    if (workshop && workshop.id !== known.current)
      announce({ kind: 'news', about: 'rest', sentence: `${t('plan.workshop-open')} ${workshop.title}` })
    known.current = workshop?.id
  }, [workshop, announce, t])
}
