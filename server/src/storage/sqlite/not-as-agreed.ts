import { createHash } from 'node:crypto'
import { codeOf, type SealRecord, sealOf } from '@withy/shared/api'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/**
 * Plans in which something is no longer what was agreed: words that are not those of their fingerprint, a record or a code that is not that
 * of its seal, a sealed version that does not hold on to the one before it (SPEC AGREE-32). Read one at a time: each may be a whole plan.
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
    .select(['plan', 'number', 'edition_json', 'fingerprint'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const kept = await db.selectFrom('seal').selectAll().where('version', '=', id).executeTakeFirst()
  const record = kept && recordIn(kept.record_json)
  if (!record) return false
  return (
    sha256(version.edition_json) === version.fingerprint &&
    record.fingerprint === version.fingerprint &&
    [kept.plan, kept.number, kept.number].join() === [version.plan, version.number, record.number].join() &&
    sealOf(record) === kept.seal &&
    codeOf(kept.seal) === kept.code &&
    (await holdsOn(db, record, version.plan))
  )
}

/** To the version before it, unless one was erased. */
async function holdsOn(db: Kysely<Tables>, { number, previous }: SealRecord, plan: string): Promise<boolean> {
  if (number === 1) return previous === null
  const seals = db.selectFrom('seal').select('seal').where('plan', '=', plan)
  const before = await seals.where('number', '=', number - 1).executeTakeFirst()
  if (before) return before.seal === previous
  return (await db.selectFrom('erased').select('key').where('what', '=', 'seal').executeTakeFirst()) !== undefined
}

function recordIn(json: string): SealRecord | null {
  try {
    return JSON.parse(json) as SealRecord
  } catch {
    return null
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
