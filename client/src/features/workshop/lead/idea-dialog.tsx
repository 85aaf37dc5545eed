import type { Gathered, IdeaShown } from '@withy/shared/protocol'
import { Fragment } from 'react'
import { Words } from '../../../plan-view/explain.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { usePlanSections } from '../plan-sections.ts'

import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { FateForm } from './fate-form.tsx'
import { LeadPart } from './lead-part.tsx'
import { OfferWording } from './offer-wording.tsx'
import { toPut } from './put-in-plan.ts'
import { PutInPlanForm } from './put-in-plan-form.tsx'
import { PutOutOfSight } from './put-out-of-sight.tsx'

type IdeaDialogProps = { readonly gathered: Gathered; readonly onClose: () => void }

/** All a facilitator does with one idea, or one group: into the plan, an answer, other words, the parking place. */
export function IdeaDialog({ gathered, onClose }: IdeaDialogProps) {
  const t = useText()
  const { now } = useRoom()
  const what = toPut(gathered)
  const [only, another] = gathered.ideas
  const isOne = only && !another
  return (
    <Dialog
      title={
        gathered.group ? (
          <Theirs as="bdi" ours={!what.words}>
            {what.words || t('workshop.group-unnamed')}
          </Theirs>
        ) : (
          t('workshop-lead.idea')
        )
      }
      close={t('common.close')}
      onClose={onClose}
    >
      <div className="lead-idea">
        {gathered.ideas.map((idea) => (
          <Fragment key={idea.id}>
            <IdeaWords idea={idea} />
            <Became idea={idea} />
          </Fragment>
        ))}
        <h3>{t('workshop-lead.put-title')}</h3>
        <PutInPlanForm what={what} />
        <LeadPart title={t('workshop-lead.fate-title')}>
          <FateForm what={what} />
        </LeadPart>
        {isOne && now.stage === 'open' ? (
          <>
            <LeadPart title={t('workshop-lead.offer-title')}>
              <OfferWording idea={only} />
            </LeadPart>
            <Park idea={only} />
          </>
        ) : null}
        <LeadPart title={t('workshop-safe.hide')}>
          {gathered.ideas.map((idea) => (
            <div key={idea.id}>
              {isOne ? null : <Theirs as="p">{idea.words}</Theirs>}
              <PutOutOfSight idea={idea} onDone={isOne ? onClose : () => {}} />
            </div>
          ))}
        </LeadPart>
      </div>
    </Dialog>
  )
}

/** An idea in its author's words, with the wording they have accepted beside it. */
export function IdeaWords({ idea }: { readonly idea: IdeaShown }) {
  const t = useText()
  return (
    <div>
      <Theirs as="p" className="lead-own">
        <Words words={idea.words} />
      </Theirs>
      {idea.reworded ? <p dir="auto">{t('workshop-lead.reworded', { words: idea.reworded })}</p> : null}
      <p className="quiet small">
        {t('workshop.said-by', { name: idea.by })}
        {idea.typedBy ? ` · ${t('workshop-lead.typed-by', { name: idea.typedBy })}` : ''}
      </p>
    </div>
  )
}

/** What became of an idea, and where it is in the plan. */
export function Became({ idea: { fate, why, places } }: { readonly idea: IdeaShown }) {
  const t = useText()
  const sections = usePlanSections()
  if (fate === null) return <p>{t('workshop-lead.no-answer')}</p>
  const titles = places.flatMap(({ box }) => sections.find(({ id }) => box.startsWith(`${id}.`))?.title ?? [])
  return (
    <p>
      <strong>{t(`workshop-lead.fate-${fate}`)}</strong>
      {fate === 'in-plan' && titles.length > 0 ? `: ${[...new Set(titles)].join(', ')}` : ''}
      {why === '' ? null : <span dir="auto">{` ${t('workshop-lead.because', { why })}`}</span>}
    </p>
  )
}

function Park({ idea }: { readonly idea: IdeaShown }) {
  const t = useText()
  const { steer } = useRoom()
  const { busy, trouble, send } = useSending()
  return (
    <>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button busy={busy} onClick={() => void send(() => steer({ do: 'park', idea: idea.id, on: !idea.parked }))}>
          {t(idea.parked ? 'workshop-lead.unpark' : 'workshop-lead.park')}
        </Button>
      </div>
    </>
  )
}
