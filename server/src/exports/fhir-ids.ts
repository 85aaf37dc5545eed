import { createHash } from 'node:crypto'
import { sealOf } from '@withy/shared/api'
import { fingerprint } from '@withy/shared/plan'
import { chosenEdition } from './chosen.ts'
import type { Exported } from './exported.ts'

/** A resource of FHIR R4, as JSON. Its form is checked by a validator in tests. */
export type Resource = { readonly resourceType: string; readonly id: string; readonly [element: string]: unknown }
export type Reference = { readonly reference: string; readonly display?: string }

export const SNOMED = 'http://snomed.info/sct'
export const CARE_PLAN = { coding: [{ system: SNOMED, code: '734163000', display: 'Care plan' }] }

/** A UUID made of a copy and a name: the same for the same copy, on any day (RFC 9562, version 8). */
export function uuidOf(copyId: string, ...name: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([copyId, ...name]))
    .digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

/**
 * What the ids of a copy are made of. Each language and each choice of sections is a document of its own: a system of records would
 * take a part for the whole otherwise, and put it in its place.
 */
export const idOf = (version: string, { lang, sections }: Pick<Exported, 'lang' | 'sections'>): string =>
  JSON.stringify([version, lang, sections ?? null])

/** The version a copy is of: the seal of a sealed one; of a draft its words and when they were read. */
export const versionOf = (exported: Exported): string =>
  exported.status.is === 'sealed'
    ? sealOf(exported.status.record)
    : `${fingerprint(chosenEdition(exported))} ${exported.status.at.toISOString()}`

export const refTo = ({ id }: Pick<Resource, 'id'>, display?: string): Reference => ({
  reference: `urn:uuid:${id}`,
  ...(display && { display }),
})
