import type { MyIdea, Steering, WorkshopSeen } from '@withy/shared/api'
import type { IdeaShown } from '@withy/shared/protocol'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Answer } from './answer.tsx'
import { FateLine } from './fate-line.tsx'
import { IdeaWords } from './idea-words.tsx'
import { OfferedWording } from './offered-wording.tsx'
import { Part } from './part.tsx'
import type { PlanBehind } from './place-of.ts'
import './workshop-record.css'

type YouSaidProps = {
  readonly seen: WorkshopSeen
  readonly plan: PlanBehind
  /** Keeps an answer to an idea; null for those who may not. */
  readonly onAnswer: ((said: Steering) => Promise<void>) | null
  /** Says yes or no to another wording of an idea of one's own. */
  readonly onWording: (idea: MyIdea, yes: boolean) => Promise<void>
}

/** Every idea of a workshop and what became of it: one's own first, then everybody's. */
export function YouSaid({ seen, plan, onAnswer, onWording }: YouSaidProps) {
  const t = useText()
  const [onlyUnanswered, setOnlyUnanswered] = useState(false)
  // What is answered while only open ideas are shown stays in its place: the page does not take it from under one's hands.
  const [answeredHere, setAnsweredHere] = useState<ReadonlySet<string>>(new Set())
  const { ideas, mine, now } = seen
  const own = new Set(mine.ideas.map(({ id }) => id))
  const others = ideas.filter(({ id }) => !own.has(id))
  const unanswered = ideas.filter(({ fate }) => fate === null).length
  const isWanted = ({ id, fate }: IdeaShown) => !onlyUnanswered || fate === null || answeredHere.has(id)
  const answer = (idea: IdeaShown) =>
    onAnswer ? (
      <Answer
        idea={idea}
        plan={plan}
        onAnswer={async (said) => {
          await onAnswer(said)
          setAnsweredHere((before) => new Set([...before, idea.id]))
        }}
      />
    ) : null
  return (
    <>
      {now.stage === 'open' ? (
        <Notice>
          <p>{t('workshop-after.still-open')}</p>
        </Notice>
      ) : null}
      {ideas.length === 0 ? (
        <p>{t('workshop-after.none')}</p>
      ) : (
        <p className="you-said-count">
          {t('workshop-after.ideas-counted', { count: ideas.length })}{' '}
          <strong>{t('workshop-after.unanswered', { count: unanswered })}</strong>
        </p>
      )}
      {unanswered > 0 && ideas.length > unanswered ? (
        <Tick label={t('workshop-after.only-unanswered')} ticked={onlyUnanswered} onTick={setOnlyUnanswered} />
      ) : null}
      {mine.people.length > 0 || own.size > 0 ? (
        <Part title={t('workshop-after.mine')}>
          {own.size === 0 ? <p>{t('workshop-after.mine-none')}</p> : null}
          <Ideas ideas={mine.ideas.filter(isWanted)}>
            {(idea) => (
              <>
                <IdeaWords idea={idea} />
                <Mine idea={idea} plan={plan} onWording={onWording} />
                {idea.shown && !idea.hidden ? answer(idea) : null}
              </>
            )}
          </Ideas>
        </Part>
      ) : null}
      {others.length > 0 ? (
        <Part title={t(own.size > 0 ? 'workshop-after.others' : 'workshop-after.all')}>
          <Ideas ideas={others.filter(isWanted)}>
            {(idea) => (
              <>
                <IdeaWords idea={idea} />
                <FateLine idea={idea} plan={plan} />
                {answer(idea)}
              </>
            )}
          </Ideas>
        </Part>
      ) : null}
    </>
  )
}

type MineProps = { readonly idea: MyIdea } & Pick<YouSaidProps, 'plan' | 'onWording'>

function Mine({ idea, plan, onWording }: MineProps) {
  const t = useText()
  if (!idea.shown) return <p className="quiet">{t('workshop-after.never-shown-about')}</p>
  return (
    <>
      {idea.hidden ? <p>{t('workshop-safe.hidden-mine')}</p> : null}
      {idea.offered ? <OfferedWording words={idea.offered} onWording={(yes: boolean) => onWording(idea, yes)} /> : null}
      <FateLine idea={idea} plan={plan} />
    </>
  )
}

type IdeasProps<Idea> = { readonly ideas: readonly Idea[]; readonly children: (idea: Idea) => ReactNode }

const Ideas = <Idea extends IdeaShown>({ ideas, children }: IdeasProps<Idea>) => (
  <ul className="list stack record-ideas">
    {ideas.map((idea) => (
      <li key={idea.id} className="card record-idea">
        {children(idea)}
      </li>
    ))}
  </ul>
)
