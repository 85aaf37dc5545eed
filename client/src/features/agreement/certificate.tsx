import type { SealedAnswer, SealRecord } from '@withy/shared/api'
import { inLanguage } from '@withy/shared/plan'
import type { Sealed } from '../../api/agreement.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Mark } from '../../ui/mark.tsx'
import { MainHeading } from '../../ui/page.tsx'
import { AnswerWords } from './answer-words.tsx'
import { Through } from './through.tsx'
import './certificate.css'

type CertificateProps = { readonly title: string; readonly sealed: Sealed }

/** What was agreed, when, and what everybody said, above the words themselves (SPEC AGREE-60). */
export function Certificate({ title, sealed: { record, code } }: CertificateProps) {
  const t = useText()
  const { day } = useDates()
  return (
    <div className="certificate">
      <div className="certificate-head">
        <Mark size="3rem" />
        <MainHeading>{title}</MainHeading>
        <p className="certificate-on">{t('agreement.agreed-on', { day: day(record.sealedAt) })}</p>
        <p className="certificate-code">
          <span>{t('agreement.number', { number: record.number })}</span>
          <span>
            {t('agreement.code')} <span className="agree-code">{code}</span>
          </span>
        </p>
        {record.reviewOn ? <p>{t('agreement.review-on', { day: day(record.reviewOn) })}</p> : null}
      </div>
      <section aria-labelledby="certificate-said" className="certificate-said">
        <h2 id="certificate-said">{t('agreement.everyone-said')}</h2>
        <ul className="list certificate-people">
          {peopleIn(record).map(({ name, voice, answers }) => (
            <li key={`${name} ${voice}`}>
              <p className="agree-name" dir="auto">
                {name}
              </p>
              <p className="quiet">{t(`common.voice-${voice}`)}</p>
              {answers.map((answer) => (
                <OneAnswer key={`${answer.at} ${JSON.stringify(answer.section)}`} answer={answer} />
              ))}
            </li>
          ))}
        </ul>
        {record.notAnswered.length > 0 ? (
          <p className="quiet">
            {t('agreement.not-answered')} <bdi>{record.notAnswered.map(({ name }) => name).join(', ')}</bdi>
          </p>
        ) : null}
        <MoreOfRecord record={record} />
      </section>
      <p className="certificate-each-page" aria-hidden="true">
        {t('agreement.each-page', { title, number: record.number, code })}
      </p>
    </div>
  )
}

function OneAnswer({ answer }: { readonly answer: SealedAnswer }) {
  const t = useText()
  const lang = useLanguage()
  const { section, by, acting, advocate, ofTheseWords } = answer
  return (
    <div className="certificate-answer">
      {section === null ? null : (
        <p className="agree-voice" dir="auto">
          {inLanguage(section, lang)}
        </p>
      )}
      <AnswerWords answer={answer.answer} words={answer.words} />
      <Through by={by} acting={acting} />
      {advocate ? <p className="quiet">{t('agreement.with-advocate', { name: advocate })}</p> : null}
      {ofTheseWords ? null : <p className="agree-earlier">{t('agreement.to-earlier-words')}</p>}
    </div>
  )
}

/** Who acts for a person who cannot decide; why the group went on over a stop. */
function MoreOfRecord({ record: { decides, wentOn } }: { readonly record: SealRecord }) {
  const t = useText()
  return (
    <>
      {decides ? (
        <div>
          <p>{t(`agreement.acts-${decides.acting}`, { name: decides.name })}</p>
          {decides.words ? (
            <blockquote className="agree-quote" dir="auto">
              {decides.words}
            </blockquote>
          ) : null}
        </div>
      ) : null}
      {wentOn ? (
        <div>
          <p>{t('agreement.went-on-said')}</p>
          <blockquote className="agree-quote" dir="auto">
            {wentOn}
          </blockquote>
        </div>
      ) : null}
    </>
  )
}

/** Everybody who said something, in the order of the record; what each said to these words first. */
function peopleIn({ answers }: SealRecord) {
  const byPerson = new Map<string, SealedAnswer[]>()
  for (const answer of answers) {
    const key = JSON.stringify([answer.name, answer.voice])
    byPerson.set(key, [...(byPerson.get(key) ?? []), answer])
  }
  return [...byPerson.values()].flatMap((those) => {
    const [first] = those
    if (!first) return []
    const whole = those.filter(({ section }) => section === null)
    return { name: first.name, voice: first.voice, answers: [...whole, ...those.filter((one) => !whole.includes(one))] }
  })
}

/** What was still missing when the version was sealed: below the words, and not in the frame. */
export function MissingThen({ record: { missing } }: { readonly record: SealRecord }) {
  const t = useText()
  if (missing.length === 0) return null
  return (
    <p className="quiet">
      {t('agreement.missing-then')}{' '}
      {missing.map(({ what, count }) => t(`agreement.missing-${what}`, { count })).join(' · ')}
    </p>
  )
}
