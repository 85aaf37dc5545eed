import type { RecordStep as Step } from '@withy/shared/api'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { FateLine } from './fate-line.tsx'
import { Hands } from './hands.tsx'
import { IdeaWords } from './idea-words.tsx'
import type { PlanBehind } from './place-of.ts'

/** A step of the workshop as it went. */
export function RecordStep({ step, plan }: { readonly step: Step; readonly plan: PlanBehind }) {
  const t = useText()
  const { id, kind, title, question, groups, dots, hands, said, round } = step
  return (
    <section className="stack" aria-labelledby={`step-${id}`}>
      <h3 id={`step-${id}`}>{title || t(`workshop.kind-${kind}`)}</h3>
      {question ? (
        <Theirs as="p">
          <Words words={question} />
        </Theirs>
      ) : null}
      {groups.map(({ name, ideas }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of a record have no id and do not move
        <div key={at} className="stack record-group">
          {name !== null ? (
            <Theirs as="h4" ours={!name}>
              {name ? <Words words={name} /> : t('workshop.group-unnamed')}
            </Theirs>
          ) : null}
          {name === null && groups.length > 1 ? <h4>{t('workshop-after.no-group')}</h4> : null}
          <ul className="list stack record-ideas">
            {ideas.map((idea) => (
              <li key={idea.id} className="card record-idea">
                <IdeaWords idea={idea} />
                <FateLine idea={idea} plan={plan} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {dots ? <Dots dots={dots} /> : null}
      {hands ? <Hands hands={hands} said={said} /> : null}
      {round.length > 0 ? (
        <ul>
          {round.map(({ voice, turn }) => (
            <li key={voice}>
              {t(`workshop-after.turn-${turn === 'now' ? 'heard' : turn}`, { voice: t(`common.voice-${voice}`) })}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Dots({ dots }: { readonly dots: NonNullable<Step['dots']> }) {
  const t = useText()
  if (dots.length === 0) return <p>{t('workshop-after.dots-none')}</p>
  return (
    <ul className="list stack record-dots">
      {dots.map(({ words, dots }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same words
        <li key={at}>
          <strong>{t('workshop.dots-got', { count: dots })}</strong>{' '}
          <Theirs as="span" ours={!words}>
            {words ? <Words words={words} /> : t('workshop.group-unnamed')}
          </Theirs>
        </li>
      ))}
    </ul>
  )
}
