import { filled, MISSING_WORDS, type SealedAnswer, type SealRecord, tallyOf } from '@withy/shared/api'
import { inLanguage } from '@withy/shared/plan'
import type { Sealed } from '../../api/agreement.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText, useWords } from '../../text/use-text.ts'
import { Mark } from '../../ui/mark.tsx'
import { MainHeading } from '../../ui/page.tsx'
import { AnswerWords } from './answer-words.tsx'
import { HowMany } from './how-many.tsx'
import { Marks } from './marks.tsx'
import { WhoDecided } from './who-decided.tsx'
import './certificate.css'
import { Theirs } from '../../ui/theirs.tsx'

type CertificateProps = { readonly title: string; readonly sealed: Sealed }

/** What was agreed, when, and what everybody said, above the words themselves (SPEC AGREE-60). */
export function Certificate({ title, sealed: { record, code } }: CertificateProps) {
  const t = useText()
  const { day } = useDates()
  return (
    <div className="certificate">
      <div className="certificate-head">
        <Mark size="3rem" />
        <MainHeading theirs>{title}</MainHeading>
        <p className="certificate-on">{t('agreement.agreed-on', { day: day(record.sealedAt) })}</p>
        <p className="certificate-code">
          <span>{t('agreement.number', { number: record.number })}</span>
          <span>
            {t('agreement.code')} <span className="agree-code">{code}</span>
          </span>
        </p>
        <HowMany of={tallyOf(record)} />
        {record.reviewOn ? <p>{t('agreement.review-on', { day: day(record.reviewOn) })}</p> : null}
      </div>
      <section aria-labelledby="certificate-said" className="certificate-said">
        <h2 id="certificate-said">{t('agreement.everyone-said')}</h2>
        <ul className="list certificate-people">
          {peopleIn(record).map(({ name, voice, answers }) => (
            <li key={`${name} ${voice} ${answers[0]?.left}`}>
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
  const lang = useLanguage()
  const { section, by, acting, advocate, ofTheseWords, left } = answer
  return (
    <div className="certificate-answer">
      {section === null ? null : (
        <Theirs as="p" ours={typeof section !== 'string'} className="agree-voice">
          {inLanguage(section, lang)}
        </Theirs>
      )}
      <AnswerWords answer={answer.answer} words={answer.words} />
      <Marks {...{ by, acting, advocate, ofTheseWords, left }} />
    </div>
  )
}

/** Who acts for a person who cannot decide; why who sealed it went on over a stop: in their name, and nobody else's (SPEC AGREE-13). */
function MoreOfRecord({ record: { decides, wentOn, sealedBy } }: { readonly record: SealRecord }) {
  const t = useText()
  return (
    <>
      {decides ? <WhoDecided decides={decides} /> : null}
      {wentOn ? (
        <div>
          <p>{t('agreement.went-on-said', { name: sealedBy || t('agreement.somebody') })}</p>
          <Theirs as="blockquote" className="agree-quote">
            {wentOn}
          </Theirs>
        </div>
      ) : null}
    </>
  )
}

/** Everybody who said something, in the order of the record; what each said to these words first. */
function peopleIn({ answers }: SealRecord) {
  const byPerson = new Map<string, SealedAnswer[]>()
  for (const answer of answers) {
    const key = JSON.stringify([answer.name, answer.voice, answer.left])
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
  const say = useWords()
  if (missing.length === 0) return null
  return (
    <p className="quiet">
      {t('agreement.missing-then')}{' '}
      {missing.map(({ what, count }) => say(filled(MISSING_WORDS[what], { count }))).join(' · ')}
    </p>
  )
}
