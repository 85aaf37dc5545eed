import { LIMIT } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'

/** What a file says it is, before it is sent; whether that is so the server says. */
export type Glance =
  | { readonly is: 'plan'; readonly kind: PlanKind; readonly title: string }
  | { readonly is: 'plan-other' | 'plan-too-large' | 'gone' }

/** Looks whether a file says that it is a plan, and which. Never throws. */
export async function glanceAt(file: File): Promise<Glance> {
  if (file.size > LIMIT.planFile) return { is: 'plan-too-large' }
  const text = await file.text().catch(() => null)
  if (text === null) return { is: 'gone' }
  const said = parsed(text)
  const { kind, title } = said
  if (!('withy' in said) || (kind !== 'area' && kind !== 'support')) return { is: 'plan-other' }
  return { is: 'plan', kind, title: typeof title === 'string' ? title : '' }
}

function parsed(text: string): { readonly kind?: unknown; readonly title?: unknown } {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    return {}
  }
}
