import { behindWorkshop, type Item, type Origin } from '@withy/shared/plan'
import { useIdeas } from '../../plan-view/use-ideas.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

type OriginLineProps = { readonly item: Item; readonly origin: Origin }

/** Where an item came from, in words. */
export function OriginLine({ item, origin }: OriginLineProps) {
  const t = useText()
  const { day } = useDates()
  if (origin.from === 'plan') return <p className="item-origin">{t('plan.from-plan', { title: origin.title })}</p>
  if (origin.from === 'workshop') {
    const { names, ownWords } = behindWorkshop(item, origin)
    return (
      <>
        <p className="item-origin">{t('plan.from-workshop', { names: names.join(', '), day: day(origin.on) })}</p>
        {ownWords.map(({ by, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words as they were said, which nobody moves
          <Theirs as="p" key={at} className="item-origin">
            {`${by}: “${words}”`}
          </Theirs>
        ))}
      </>
    )
  }
  return <FromIdea id={origin.idea} />
}

function FromIdea({ id }: { readonly id: string }) {
  const t = useText()
  const words = useWords()
  const ideas = useIdeas()
  const idea = ideas?.find((each) => each.id === id)
  if (ideas && !idea) return null
  // Its line is there before its name is, so that nothing moves.
  return <p className="item-origin">{t('plan.from-idea', { idea: idea ? words(idea.title) : '…' })}</p>
}
