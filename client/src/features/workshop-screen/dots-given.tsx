import { dotChoices, unshownBefore } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { Bar, Shape } from './shapes.tsx'
import type { WallProps } from './wall-props.ts'

/** What can be chosen; once it is shown, with the dots each was given, most first. */
export function DotsGiven({ shared, step }: WallProps) {
  const t = useText()
  const { now, ideas, groups } = shared
  const given = now.results?.dots
  const choices = dotChoices(given ?? {}, ideas, groups).map(({ id, dots, group, ideas }) => ({
    ...{ id, dots },
    words: group ? group.name || t('workshop.group-unnamed') : (ideas[0]?.words ?? ''),
  }))
  if (!given) {
    return (
      <>
        <p className="wall-count">{t('workshop-wall.voted', { count: now.answered })}</p>
        {unshownBefore(now.steps, step.id).map(({ id, title, kind }) => (
          <p key={id} dir="auto">
            {t('workshop-shown.still-hidden', { step: title || t(`workshop.kind-${kind}`) })}
          </p>
        ))}
        <ul className="wall-lines">
          {choices.map(({ id, words }) => (
            <Theirs as="li" key={id}>
              {words}
            </Theirs>
          ))}
        </ul>
      </>
    )
  }
  const most = Math.max(1, ...choices.map(({ dots }) => dots))
  const sorted = choices.toSorted((a, b) => b.dots - a.dots)
  return (
    <ol className="wall-rows">
      {sorted.map(({ id, words, dots }) => (
        <li key={id}>
          <Theirs as="span" className="wall-row-words">
            {words}
          </Theirs>
          <strong className="wall-row-count">
            <Shape of="dot" /> {t('workshop.dots-got', { count: dots })}
          </strong>
          <Bar part={dots / most} />
        </li>
      ))}
    </ol>
  )
}
