import { type Gathered, gathered } from '@withy/shared/protocol'
import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useRoom } from '../use-workshop.ts'
import { Became, IdeaDialog, IdeaWords } from './idea-dialog.tsx'
import { LeadPart } from './lead-part.tsx'

/** Every idea the room has seen: those that still have no answer first, with how many they are. Also when the workshop is over. */
export function Ideas() {
  const t = useText()
  const { ideas, groups } = useRoom()
  const [open, setOpen] = useState<string | null>(null)
  if (ideas.length === 0) return null
  const steps = [...new Set(ideas.map(({ step }) => step))]
  const parked = ideas.filter((idea) => idea.parked).map((idea): Gathered => ({ group: null, ideas: [idea] }))
  const all = [...steps.flatMap((step) => gathered(step, ideas, groups)), ...parked]
  const owed = all.filter((one) => one.ideas.some(({ fate }) => fate === null))
  const answered = all.filter((one) => !owed.includes(one))
  const chosen = all.find((one) => idOf(one) === open)
  const count = ideas.filter(({ fate }) => fate === null).length
  return (
    <>
      <LeadPart title={t('workshop-lead.ideas')} news={t('workshop-lead.owed', { count })}>
        <IdeaList all={owed} onOpen={setOpen} />
        {answered.length > 0 ? (
          <LeadPart title={t('workshop-lead.answered')} news={String(answered.length)}>
            <IdeaList all={answered} onOpen={setOpen} />
          </LeadPart>
        ) : null}
      </LeadPart>
      {chosen ? <IdeaDialog key={open} gathered={chosen} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

const idOf = ({ group, ideas }: Gathered): string => group?.id ?? ideas[0]?.id ?? ''

type IdeaListProps = { readonly all: readonly Gathered[]; readonly onOpen: (id: string) => void }

function IdeaList({ all, onOpen }: IdeaListProps) {
  const t = useText()
  return (
    <ul className="list lead-list">
      {all.map((one) => {
        const [first] = one.ideas
        const name = one.group ? one.group.name || t('workshop.group-unnamed') : (first?.words ?? '')
        return (
          <li key={idOf(one)} className="lead-card">
            {one.group ? <strong dir="auto">{name}</strong> : null}
            {one.ideas.map((idea) => (
              <IdeaWords key={idea.id} idea={idea} />
            ))}
            {first && first.fate !== null ? <Became idea={first} /> : null}
            {first?.parked ? <p className="quiet small">{t('workshop-lead.parked')}</p> : null}
            <div className="row">
              <Button aria-label={t('workshop-lead.answer-name', { words: name })} onClick={() => onOpen(idOf(one))}>
                {t('workshop-lead.answer')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
