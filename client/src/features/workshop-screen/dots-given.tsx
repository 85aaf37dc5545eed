import { gathered, ideasStepOf } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Bar, Shape } from './shapes.tsx'
import type { WallProps } from './wall-props.ts'

/** What can be chosen; once it is shown, with the dots each was given, most first. */
export function DotsGiven({ shared, step }: WallProps) {
  const t = useText()
  const { now, ideas, groups } = shared
  const from = ideasStepOf(now.steps, step.id)
  const choices = (from === null ? [] : gathered(from, ideas, groups)).map(({ group, ideas }) => ({
    id: group?.id ?? ideas[0]?.id ?? '',
    words: group ? group.name || t('workshop.group-unnamed') : (ideas[0]?.words ?? ''),
  }))
  const dots = now.results?.dots
  if (!dots) {
    return (
      <>
        <p className="wall-count">{t('workshop-wall.voted', { count: now.answered })}</p>
        <ul className="wall-lines">
          {choices.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      </>
    )
  }
  const most = Math.max(1, ...Object.values(dots))
  const sorted = choices.toSorted((a, b) => (dots[b.id] ?? 0) - (dots[a.id] ?? 0))
  return (
    <ol className="wall-rows">
      {sorted.map(({ id, words }) => (
        <li key={id}>
          <span className="wall-row-words">{words}</span>
          <strong className="wall-row-count">
            <Shape of="dot" /> {t('workshop.dots-got', { count: dots[id] ?? 0 })}
          </strong>
          <Bar part={(dots[id] ?? 0) / most} />
        </li>
      ))}
    </ol>
  )
}
