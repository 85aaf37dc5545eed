import { type Answer, isPassedOn, type Round } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'

type NotOfOneMindProps = {
  readonly round: Round
  readonly nameOf: (person: string) => string
  /** Who said stop, where nothing else beside it says so. */
  readonly stops?: readonly string[]
}

/** Before a plan is sealed: who does not agree to these very words, or did not say so themselves, by name. That they keep nobody from sealing is no reason to overlook them (SPEC AGREE-57). */
export function NotOfOneMind({ round, nameOf, stops = [] }: NotOfOneMindProps) {
  const t = useText()
  const whole = round.answers.filter(({ section, left }) => section === null && !left)
  const said = (answer: Answer) => whole.filter((one) => one.ofTheseWords && one.answer === answer).map(idOf)
  const hasSaid = new Set(whole.map(idOf))
  const earlier = whole.filter(({ ofTheseWords }) => !ofTheseWords).map(idOf)
  const through = whole.filter((one) => one.ofTheseWords && isPassedOn(one)).map(idOf)
  const left = round.answers.filter((one) => one.left && one.answer !== 'stop').map(idOf)
  const disagree = said('disagree')
  const inSections = round.answers.filter(
    (one) => one.section !== null && !one.left && one.ofTheseWords && one.answer === 'disagree',
  )
  const lines = [
    ['stop', stops],
    ['disagree', disagree],
    ['section', [...new Set(inSections.map(idOf))].filter((id) => !disagree.includes(id))],
    ['more-time', said('more-time')],
    ['through', through],
    ['left', [...new Set(left)]],
    ['earlier', earlier],
    ['silent', round.asked.filter((id) => !round.answered.includes(id) && !hasSaid.has(id))],
  ] as const
  const told = lines.filter(([, people]) => people.length > 0)
  if (told.length === 0) return null
  return (
    <ul className="agree-blocks">
      {told.map(([why, people]) => (
        <li key={why}>{t(`agreement.mind-${why}`, { names: people.map(nameOf).join(', ') })}</li>
      ))}
    </ul>
  )
}

const idOf = ({ person }: { readonly person: string }) => person
