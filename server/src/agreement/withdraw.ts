import { can } from '@withy/shared/access'
import { type Person, toldApart } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { AnswerRow, PlanFacts, RoundKept, WithdrawalRow } from '../storage/agreement.ts'
import { askedIn, isAgreeing, isProfessional, lastAt } from './answers.ts'

/** A sealed version as withdrawing looks at it: its round with all that was answered in it, and who has withdrawn since. */
export type Agreed = RoundKept & {
  readonly version: string
  /** Of its words. */
  readonly fingerprint: string
  readonly withdrawn: readonly string[]
}

type Withdrawing = { readonly me: string; readonly person: string; readonly words: string; readonly at: number }

/** What somebody agreed to a version with, and still does; null: they do not. */
function agreedTo({ fingerprint, answers, withdrawn }: Agreed, person: string): AnswerRow | null {
  const said = lastAt(answers, person, null)
  if (!said || said.answer === null || withdrawn.includes(person)) return null
  return isAgreeing({ ...said, answer: said.answer, ofTheseWords: said.fingerprint === fingerprint }) ? said : null
}

/**
 * Whose agreement somebody can withdraw: their own, and of others’ those that were passed on (SPEC AGREE-24, AGREE-34). Who answered on
 * their own withdraws on their own. A withdrawal is for good, so who came after it was sealed passes on none unless they lead the plan,
 * and of the person of a support plan nobody does who was not asked then, or is or was then paid to support them (AGREE-37).
 */
export function whoseToWithdraw(agreed: Agreed, plan: PlanFacts, me: string): Pick<AnswerRow, 'person' | 'name'>[] {
  const asker = plan.people.find(({ id }) => id === me)
  if (!asker) return []
  return [...new Set(agreed.answers.map(({ person }) => person))].flatMap((person) => {
    const said = agreedTo(agreed, person)
    if (!said || (person !== me && !mayPassOn({ ...agreed, plan }, asker, said))) return []
    return [{ person, name: said.name }]
  })
}

function mayPassOn(agreed: Agreed & { readonly plan: PlanFacts }, { id, role }: Person, said: AnswerRow): boolean {
  if (said.by === null) return false
  // Who decided for the person takes back what they decided, whoever they are.
  if (said.acting !== 'supporter') return said.by === id
  const isAboutThem = agreed.plan.kind === 'support' && said.seat
  if (isAboutThem && isProfessional(agreed, id)) return false
  if (said.by === id) return true
  const wasAsked = askedIn(agreed).some((one) => one.id === id)
  return can(role, 'write') && (wasAsked || (!isAboutThem && can(role, 'run-workshop')))
}

/** The record that somebody no longer agrees. Throws a refusal where that is not this person’s to say. */
export function withdrawal(agreed: Agreed, facts: PlanFacts, { me, person, words, at }: Withdrawing): WithdrawalRow {
  const said = agreedTo(agreed, person)
  if (!said) throw refuse('not-agreed')
  if (!whoseToWithdraw(agreed, facts, me).some((one) => one.person === person))
    throw refuse(said.by === null ? 'answered-themselves' : 'not-allowed')
  const names = toldApart(facts.people)
  const isOwn = me === person
  const by = isOwn ? { by: null, byName: null } : { by: me, byName: names.get(me) ?? '' }
  return { version: agreed.version, person, name: names.get(person) ?? said.name, words, at, ...by }
}
