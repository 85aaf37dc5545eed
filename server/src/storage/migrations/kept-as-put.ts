import { type Kysely, sql } from 'kysely'

export type Kept = {
  readonly table: string
  /** What no two rows have in common: a row that would take the place of another is not put. */
  readonly unique: readonly (readonly string[])[]
  /** Under which key a row is recorded as erased, as SQL, before it may be deleted; null: never. */
  readonly erasedBy: string | null
  readonly mayChange?: readonly string[]
  /** Which rows are kept; all unless said. What may not change may not in any of them. */
  readonly only?: string
}

/** What a trigger does that refuses. */
export const NO = "begin select raise(abort, 'what was agreed stays as it is'); end"

/**
 * Makes the database itself refuse to change, replace or delete rows of a table, whoever asks (SPEC AGREE-30). INSERT OR REPLACE has a
 * guard of its own: it deletes without running what guards against deleting. So has the number SQLite gives each row, by which
 * UPDATE OR REPLACE could put one row in the place of another.
 *
 * The columns guarded are those the table has now: a migration that adds one calls this again, and it guards all anew.
 */
export async function keptAsPut(db: Kysely<unknown>, { table, unique, erasedBy, mayChange = [], only }: Kept) {
  const named = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db)
  const fixed = [...named.rows.map(({ name }) => name), 'rowid'].filter((name) => !mayChange.includes(name))
  const isOther = fixed.map((column) => `old."${column}" is not new."${column}"`).join(' or ')
  const taken = [...unique, ['rowid']].map((columns) => columns.map((one) => `"${one}" = new."${one}"`).join(' and '))
  const isTaken = `exists (select 1 from "${table}" where (${taken.join(' or ')})${only ? ` and ${only}` : ''})`
  const isErased = erasedBy && `exists (select 1 from erased where what = '${table}' and key = ${erasedBy})`
  const isKept = [only && `old.${only}`, isErased && `not ${isErased}`].filter(Boolean).join(' and ')
  for (const one of ['same', 'once', 'stays']) await sql.raw(`drop trigger if exists "${table}_${one}"`).execute(db)
  const triggers = [
    `create trigger "${table}_same" before update on "${table}" when ${isOther} ${NO}`,
    `create trigger "${table}_once" before insert on "${table}" when ${isTaken} ${NO}`,
    `create trigger "${table}_stays" before delete on "${table}" ${isKept && `when ${isKept}`} ${NO}`,
  ]
  for (const trigger of triggers) await sql.raw(trigger).execute(db)
}
