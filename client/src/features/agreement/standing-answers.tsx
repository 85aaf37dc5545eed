import type { RoundAnswer } from '@withy/shared/api'
import { AnswerWords } from './answer-words.tsx'
import { DoIt } from './do-it.tsx'
import { Through } from './through.tsx'

type StandingAnswersProps = {
  readonly rows: readonly RoundAnswer[]
  readonly nameOf: (person: string) => string
  /** What an answer is to: a section's title, or the whole plan. */
  readonly toWhat: (section: string | null) => string
  /** What the button says. */
  readonly takeBack: string
  readonly onTakeBack: (section: string | null) => Promise<void>
}

/** Answers that stand, each with a button that takes it back. Nothing where there are none. */
export function StandingAnswers({ rows, nameOf, toWhat, takeBack, onTakeBack }: StandingAnswersProps) {
  if (rows.length === 0) return null
  return (
    <ul className="list">
      {rows.map(({ section, answer, words, by, acting, advocate }) => (
        <li key={section} className="stack">
          <div>
            <p className="agree-voice" dir="auto">
              {toWhat(section)}
            </p>
            <AnswerWords answer={answer} words={words} />
            <Through by={by === null ? null : nameOf(by)} acting={acting} advocate={advocate} />
          </div>
          <p className="row">
            <DoIt look="plain" to={toWhat(section)} onDo={() => onTakeBack(section)}>
              {takeBack}
            </DoIt>
          </p>
        </li>
      ))}
    </ul>
  )
}
