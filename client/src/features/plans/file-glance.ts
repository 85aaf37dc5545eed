import { LIMIT } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'

/** What a file says of having been agreed. `some`: it holds some sections of an agreed plan, without who agreed. */
export type SaidAgreed = { readonly number: number; readonly sealedAt: string; readonly people: number } | 'some' | null

/** What a file says it is, before it is sent; whether that is so the server says. */
export type Glance =
  | { readonly is: 'plan'; readonly kind: PlanKind; readonly title: string; readonly agreed: SaidAgreed }
  | { readonly is: 'plan-other' | 'plan-too-large' | 'gone' }

/** Looks whether a file says that it is a plan, and which. Never throws. */
export async function glanceAt(file: File): Promise<Glance> {
  if (file.size > LIMIT.planFile) return { is: 'plan-too-large' }
  const text = await file.text().catch(() => null)
  if (text === null) return { is: 'gone' }
  const said = parsed(text)
  const { kind, title, status } = said
  if (!('withy' in said) || (kind !== 'area' && kind !== 'support')) return { is: 'plan-other' }
  return { is: 'plan', kind, title: typeof title === 'string' ? title : '', agreed: agreedIn(status) }
}

/** Anybody can have made the file: anything may stand where a record should. */
function agreedIn(status: unknown): SaidAgreed {
  const { is, record } = fieldsOf(status)
  if (is !== 'sealed') return null
  const { number, sealedAt, answers } = fieldsOf(record)
  if (!Number.isSafeInteger(number) || typeof sealedAt !== 'string' || Number.isNaN(Date.parse(sealedAt))) return 'some'
  return { number: Number(number), sealedAt, people: Array.isArray(answers) ? answers.filter(agrees).length : 0 }
}

/** As a sealed version counts who agreed to it. */
const agrees = (one: unknown): boolean => {
  const { answer, section, ofTheseWords, left } = fieldsOf(one)
  return (answer === 'agree' || answer === 'agree-with') && section === null && ofTheseWords === true && left !== true
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(text))
  } catch {
    return {}
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
