import type { PlanCard } from '@withy/shared/api'
import { addItem, boxesOf, type Item, type Plan, SHAPES, TEMPLATES } from '@withy/shared/plan'
import { useState } from 'react'
import { getMe, getWords } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Theirs } from '../../ui/theirs.tsx'

export type PickDialogProps = {
  /** The list of assets it goes to. */
  readonly box: string
  readonly onClose: () => void
}

/** The good things of area plans this person may read, to pick from (SPEC PLAN-90). */
export function PickDialog({ box, onClose }: PickDialogProps) {
  const t = useText()
  return (
    <Dialog title={t('plan.pick')} close={t('plan.close')} onClose={onClose}>
      <AreaPlans box={box} />
    </Dialog>
  )
}

function AreaPlans({ box }: { readonly box: string }) {
  const t = useText()
  const { id } = useDesk()
  const me = useAnswer(getMe)
  if (me.is === 'asking') return <p role="status">{t('plan.looking')}</p>
  if (me.is === 'refused') return <p role="alert">{sentenceOf(me.error)}</p>
  const plans = me.answer.plans.filter((plan) => plan.kind === 'area' && plan.id !== id)
  if (plans.length === 0) return <p>{t('pick.none')}</p>
  return plans.map((plan) => <Assets key={plan.id} plan={plan} box={box} />)
}

function Assets({ plan, box }: { readonly plan: PlanCard; readonly box: string }) {
  const t = useText()
  const announce = useAnnounce()
  const { live } = useDesk()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const asked = useAnswer(() => getWords(plan.id))
  const assets = asked.is === 'here' ? assetsOf(asked.answer.plan as Plan) : []

  const pick = (item: Item) => {
    const { features: _features, keeper: _people, ...cells } = item.cells
    const origin = { from: 'plan', plan: plan.id, title: plan.title, item: item.id } as const
    addItem(live.doc, { key: box, shape: 'asset', cells, origin, ...(item.lang && { lang: item.lang }) })
    setPicked(new Set([...picked, item.id]))
    announce({ kind: 'done', sentence: t('pick.done', { name: nameOf(item) }) })
  }
  return (
    <section className="pick">
      <h3>{plan.title}</h3>
      {asked.is === 'asking' && <p role="status">{t('plan.looking')}</p>}
      {asked.is === 'refused' && <p role="alert">{sentenceOf(asked.error)}</p>}
      {asked.is === 'here' && assets.length === 0 && <p>{t('pick.empty')}</p>}
      {assets.length > 0 && (
        <ul className="list pick-list">
          {assets.map((item) => (
            <li key={item.id} className="pick-item">
              <Theirs as="span">{nameOf(item)}</Theirs>
              <PickButton name={nameOf(item)} picked={picked.has(item.id)} onPick={() => pick(item)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type PickButtonProps = { readonly name: string; readonly picked: boolean; readonly onPick: () => void }

/** Stays when it was pressed, with other words, so that whoever pressed it stays where they are. */
function PickButton({ name, picked, onPick }: PickButtonProps) {
  const t = useText()
  const says = t(picked ? 'pick.there' : 'pick.this')
  return (
    <Button aria-label={`${says}: ${name}`} aria-disabled={picked || undefined} onClick={() => picked || onPick()}>
      {says}
    </Button>
  )
}

const NAME = SHAPES.asset.fields[0]?.id ?? ''
const nameOf = (item: Item): string => String(item.cells[NAME] ?? '')

/** Everything a plan has written down as an asset, in reading order. */
const assetsOf = (plan: Plan): readonly Item[] =>
  [...boxesOf(TEMPLATES[plan.kind]).keys()].flatMap((key) => {
    const content = plan.boxes[key]
    return content?.type === 'list' && content.shape === 'asset' ? content.items.filter((item) => nameOf(item)) : []
  })
