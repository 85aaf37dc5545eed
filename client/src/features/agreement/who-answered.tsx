import type { Round, RoundAnswer } from '@withy/shared/api'
import type { Edition, Shown } from '@withy/shared/plan'
import { inLanguage } from '@withy/shared/plan'
import { useLanguage, useText } from '../../text/use-text.ts'
import { AnswerWords } from './answer-words.tsx'
import { Through } from './through.tsx'

type WhoAnsweredProps = {
  readonly round: Round
  readonly edition: Edition
  readonly nameOf: (person: string) => string
  /** Whose word comes first, in a plan about one person. */
  readonly first: string | null
}

/** Everybody who is asked, and what they said, as far as the asker may see it: in words and shapes (SPEC AGREE-55). */
export function WhoAnswered({ round, edition, nameOf, first }: WhoAnsweredProps) {
  const t = useText()
  const all = [...round.asked, ...round.answers.map(({ person }) => person)]
  const people = [...new Set(all)].map((id) => ({
    id,
    whole: round.answers.find(({ person, section }) => person === id && section === null),
    inSections: round.answers.filter(({ person, section }) => person === id && section !== null),
  }))
  return (
    <section className="stack" aria-labelledby="agree-who">
      <h2 id="agree-who">{t('agreement.who')}</h2>
      <p>{t('agreement.who-count', { count: round.answered.length, all: round.asked.length })}</p>
      {round.isWaiting ? (
        <p>{first ? t('agreement.hidden-until', { name: first }) : t('agreement.hidden-first')}</p>
      ) : null}
      <ul className="list agree-people">
        {people.map(({ id, whole, inSections }) => (
          <li key={id} className="agree-person">
            <p className="agree-name">
              <bdi>{nameOf(id)}</bdi>
            </p>
            {whole ? (
              <OneAnswer answer={whole} nameOf={nameOf} />
            ) : (
              <p className="quiet">
                {t(round.answered.includes(id) ? 'agreement.answered-hidden' : 'agreement.answered-not')}
              </p>
            )}
            {inSections.map((answer) => (
              <div key={answer.section} className="agree-in-section">
                <p className="agree-voice" dir="auto">
                  <SectionTitle edition={edition} id={answer.section ?? ''} />
                </p>
                <OneAnswer answer={answer} nameOf={nameOf} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

type OneAnswerProps = { readonly answer: RoundAnswer; readonly nameOf: (person: string) => string }

function OneAnswer({ answer: { answer, words, by, acting, advocate, ofTheseWords }, nameOf }: OneAnswerProps) {
  const t = useText()
  return (
    <>
      <AnswerWords answer={answer} words={words} />
      <Through by={by === null ? null : nameOf(by)} acting={acting} />
      {advocate ? <p className="quiet">{t('agreement.with-advocate', { name: advocate })}</p> : null}
      {ofTheseWords ? null : <p className="agree-earlier">{t('agreement.to-earlier-words')}</p>}
    </>
  )
}

function SectionTitle({ edition, id }: { readonly edition: Edition; readonly id: string }) {
  const t = useText()
  const lang = useLanguage()
  const titles = edition.parts.flatMap(({ sections }) => sections)
  const found: Shown | undefined = titles.find((section) => section.id === id)?.title
  return found ? inLanguage(found, lang) : t('agreement.section-gone')
}
