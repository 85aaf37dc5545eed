import type { suggest } from '@withy/shared/api'
import type * as z from 'zod/mini'
import { refuse } from '../http/refused.ts'
import type { SuggestionRow } from '../storage/suggestions.ts'
import { apart, readable } from '../versions/reading.ts'
import { needsOf } from './decide.ts'
import { hasPlace } from './place.ts'
import type { PlanNow } from './stands.ts'
import { refuseSizes, wordingFrom } from './wording.ts'

type Offering = { readonly me: string; readonly at: number; readonly body: z.output<typeof suggest.body> }

/**
 * What somebody offers, as it is kept: changes of sentences that all stand in the plan now (SPEC TALK-29). Throws a refusal where they
 * do not, where nothing or too much is offered, and where there are no such words.
 */
export async function offered({ me, at, body }: Offering, planNow: PlanNow): Promise<SuggestionRow> {
  const { kind, parts, authored, moved, shared, roles } = planNow
  const { id, place, why } = body
  const isCell = place.field !== null
  if (!hasPlace(kind, place) || place.words || (place.item !== null && !isCell)) throw refuse('bad-request')
  const [was, proposed] = [wordingFrom(body.was, isCell), wordingFrom(body.proposed, isCell)]
  const offer = await readable(apart({ do: 'offer', kind, parts, authored, moved, shared, place, was, proposed }))
  refuseSizes(offer.changes)
  if (offer.stands.some(({ is }) => is !== 'fits')) throw refuse('words-changed')
  const needs = new Map(offer.stands.map((one) => [one.id, needsOf(one, roles, me)]))
  const change = (one: (typeof offer.changes)[number]) => ({
    ...one,
    needs: needs.get(one.id) ?? [],
    yes: [],
    fate: null,
  })
  return { id, place, by: me, at, why, changes: offer.changes.map(change), accepting: null }
}
