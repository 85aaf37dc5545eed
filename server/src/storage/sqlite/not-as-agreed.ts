import { codeOf, type SealRecord, sealOf, sealRecord } from '@withy/shared/api'
import type { Kysely } from 'kysely'
import { sha256 } from '../../sha256.ts'
import type { Tables } from '../schema.ts'

/**
 * Plans in which something is no longer what was agreed: words, data or a document that are not those of their record, a record or a code
 * that is not that of its seal, a sealed version that does not hold on to the one before it (SPEC AGREE-32). Read one at a time: each may
 * be a whole plan.
 */
export async function notAsAgreed(db: Kysely<Tables>): Promise<string[]> {
  const found = new Set<string>()
  for (const { plan, fingerprint } of await db.selectFrom('read_edition').select(['plan', 'fingerprint']).execute()) {
    const words = db.selectFrom('read_edition').select('edition_json').where('plan', '=', plan)
    const row = await words.where('fingerprint', '=', fingerprint).executeTakeFirstOrThrow()
    if (sha256(row.edition_json) !== fingerprint) found.add(plan)
  }
  const versions = await db.selectFrom('version').select(['id', 'plan']).where('kind', '=', 'sealed').execute()
  for (const { id, plan } of versions) if (!(await isAsSealed(db, id))) found.add(plan)
  return [...found]
}

/** For whoever runs Withy. */
export const sayNotAsAgreed = (plans: readonly string[]): string =>
  `In ${plans.length} plans something is not what was agreed any more: ${plans.join(', ')}. Compare with an older back-up.`

async function isAsSealed(db: Kysely<Tables>, id: string): Promise<boolean> {
  const version = await db
    .selectFrom('version')
    .select(['plan', 'number', 'edition_json', 'plan_json', 'bytes', 'fingerprint'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const kept = await db.selectFrom('seal').selectAll().where('version', '=', id).executeTakeFirst()
  const record = kept && recordIn(kept.record_json)
  if (!record) return false
  return (
    sha256(version.edition_json) === version.fingerprint &&
    record.fingerprint === version.fingerprint &&
    record.kept.plan === sha256(version.plan_json) &&
    record.kept.document === sha256(version.bytes) &&
    [kept.plan, kept.number, kept.number].join() === [version.plan, version.number, record.number].join() &&
    sealOf(record) === kept.seal &&
    codeOf(kept.seal) === kept.code &&
    (await isAnnexAsSealed(db, record, id)) &&
    (await holdsOn(db, record, version.plan))
  )
}

/** Kept as the record says, or erased since; and none where the record knows of none (SPEC TALK-83). */
async function isAnnexAsSealed(db: Kysely<Tables>, { kept }: SealRecord, id: string): Promise<boolean> {
  const row = await db.selectFrom('version_annex').select('annex_json').where('version', '=', id).executeTakeFirst()
  if (row) return kept.annex === sha256(row.annex_json)
  if (kept.annex === undefined) return true
  const erased = db.selectFrom('erased').select('key').where('what', '=', 'version_annex').where('key', '=', id)
  return (await erased.executeTakeFirst()) !== undefined
}

/** To the version before it, unless that very one was erased. */
async function holdsOn(db: Kysely<Tables>, { number, previous }: SealRecord, plan: string): Promise<boolean> {
  if (number === 1) return previous === null
  const seals = db.selectFrom('seal').select('seal').where('plan', '=', plan)
  const before = await seals.where('number', '=', number - 1).executeTakeFirst()
  if (before) return before.seal === previous
  if (previous === null) return false
  const erased = db.selectFrom('erased').select('key').where('what', '=', 'seal').where('key', '=', previous)
  return (await erased.executeTakeFirst()) !== undefined
}

/** As it stands there: what the schema does not know would be left out of what it gives, and the seal is over all of it. */
function recordIn(json: string): SealRecord | null {
  try {
    const record: unknown = JSON.parse(json)
    return sealRecord.safeParse(record).success ? (record as SealRecord) : null
  } catch {
    return null
  }
}
