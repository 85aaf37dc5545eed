import type SqliteFile from 'better-sqlite3'
import { holds } from './within.ts'

const OVER = 'round in (select id from round where ended_at is not null)'

/** Tables whose rows never change once they are put (SPEC AGREE-30), and which of them. */
const KEPT = {
  version: `kind = 'sealed'`,
  seal: 'true',
  version_annex: 'true',
  read_edition: 'true',
  round: 'ended_at is not null',
  round_asked: OVER,
  round_professional: OVER,
  round_answer: 'true',
  withdrawal: 'true',
  copy_note: 'true',
  copy_given: 'true',
  erased: 'true',
} as const

type Table = keyof typeof KEPT
const TABLES = Object.keys(KEPT) as Table[]

/** Every kept row with all that is in it, as plain SQL finds it, by table. A back-up that is put back moves epochs: those are left out. */
export type KeptRows = Readonly<Record<Table, readonly string[]>>

/** @throws {Broken} where a table has none: then nothing about it would be tried */
export function keptRows(file: SqliteFile.Database): KeptRows {
  const rows = readsKeptRows(file)()
  for (const table of TABLES) holds(rows[table].length > 0, `${table} has no row that could be attacked`)
  return rows
}

/** Reads them again and again. */
function readsKeptRows(file: SqliteFile.Database): () => KeptRows {
  const queries = TABLES.map((table) => {
    const whole = columnsOf(file, table).map((column) => `quote("${column}")`)
    const select = `select ${whole.join(` || ' ' || `)} from main."${table}" where ${KEPT[table]} order by rowid`
    return [table, file.prepare<[], string>(select).pluck()] as const
  })
  return () => {
    const rows: Partial<Record<Table, readonly string[]>> = {}
    for (const [table, query] of queries) rows[table] = query.all()
    return rows as KeptRows
  }
}

/** Every row that was there is there, as it was. `more`: that others came is right. @throws {Broken} */
export function expectKept(before: KeptRows, after: KeptRows, by: string, more: 'more' | 'no more'): void {
  for (const table of TABLES) {
    const there = new Set(after[table])
    holds(
      before[table].every((row) => there.has(row)),
      `${table} is not what it was after ${by}`,
    )
    if (more === 'no more') holds(there.size === before[table].length, `${table} has more rows after ${by}`)
  }
}

const columnsOf = (file: SqliteFile.Database, table: Table): string[] => [
  ...file
    .prepare<[string], string>('select name from pragma_table_info(?)')
    .pluck()
    .all(table)
    .filter((name) => name !== 'epoch'),
  'rowid',
]

/** Every statement that could change, replace or take away a kept row of this database, where `schema` says which is meant. */
function attacksOn(file: SqliteFile.Database, schema: string): string[] {
  const onEach = TABLES.flatMap((table) => {
    const at = `${schema}."${table}"`
    const where = `where ${KEPT[table]}`
    const columns = columnsOf(file, table)
    return [
      ...columns.flatMap((column) => [
        `update ${at} set "${column}" = 77 ${where}`,
        `update or replace ${at} set "${column}" = 78 ${where}`,
        `update or ignore ${at} set "${column}" = coalesce("${column}", 0) || 'x' ${where}`,
      ]),
      `delete from ${at} ${where}`,
      `delete from ${at}`,
      `insert or replace into ${at} select * from ${at} ${where}`,
      `replace into ${at} (rowid, ${named(columns)}) select rowid, ${named(columns)} from ${at} ${where}`,
      `insert into ${at} select * from ${at} ${where} on conflict do update set "${columns.at(-2)}" = 'x'`,
    ]
  })
  const said = columnsOf(file, 'round_answer').filter((column) => column !== 'n')
  return [
    ...onEach,
    `update ${schema}.round set ended_at = null where ended_at is not null`,
    // Who was not asked, and what nobody said, put into a round that is over.
    ...(['round_asked', 'round_professional'] as const).map(
      (table) =>
        `insert into ${schema}.${table} (round, person) select r.id, p.id from ${schema}.round r, ${schema}.person p
        where not exists (select 1 from ${schema}.${table} where round = r.id and person = p.id)`,
    ),
    `insert into ${schema}.round_answer (${named(said)}, epoch) select ${named(said)}, epoch from ${schema}.round_answer`,
  ]
}

const named = (columns: readonly string[]) =>
  columns
    .filter((column) => column !== 'rowid')
    .map((column) => `"${column}"`)
    .join(', ')

/** What a connection of the server's can be told that makes SQLite look less closely, or look elsewhere. */
const SETTINGS = {
  'its own': '',
  'no foreign keys': 'pragma foreign_keys = off',
  'foreign keys put off': 'pragma defer_foreign_keys = on',
  'no checks': 'pragma ignore_check_constraints = on',
  'triggers that call themselves': 'pragma recursive_triggers = on',
  'the schema can be written': `pragma writable_schema = on; delete from sqlite_master where type = 'trigger'`,
  'a trigger that looks away': TABLES.map(
    (table) => `create temp trigger "see_${table}" before delete on main."${table}" begin select 1; end`,
  ).join(';'),
} as const

/**
 * Attacks everything that was agreed through connections like the server's own, under every setting SQLite has that could matter, also
 * through the same file attached once more and with rows that are brought from another database.
 * @param connect gives a connection that may write @param isShort under the settings alone that matter most @returns how many statements were tried @throws {Broken} where one came through
 */
export function attackRows(connect: <T>(run: (file: SqliteFile.Database) => T) => T, isShort: boolean): number {
  let tried = 0
  function tryAll(setting: string, prepare: (file: SqliteFile.Database) => readonly string[]) {
    connect((file) => {
      file.pragma('foreign_keys = ON')
      const read = readsKeptRows(file)
      const before = keptRows(file)
      for (const statement of prepare(file)) {
        try {
          file.exec(statement)
        } catch {
          // Refused. What counts is what stands in the tables.
        }
        expectKept(before, read(), `${statement} (${setting})`, 'no more')
        tried += 1
      }
    })
  }
  for (const [setting, pragma] of Object.entries(SETTINGS).slice(0, isShort ? 2 : undefined)) {
    tryAll(setting, (file) => {
      attempt(file, pragma)
      return attacksOn(file, 'main')
    })
  }
  tryAll('attached again', (file) => {
    file.prepare('attach ? as again').run(file.name)
    return attacksOn(file, 'again')
  })
  tryAll('brought from elsewhere', (file) => {
    file.exec(`attach ':memory:' as other`)
    return TABLES.flatMap((table) => {
      file.exec(`create table other."${table}" as select * from main."${table}"`)
      const last = columnsOf(file, table).at(-2)
      file.exec(`update other."${table}" set "${last}" = 'x'`)
      return [`insert or replace into main."${table}" select * from other."${table}"`]
    })
  })
  tryAll('with the plan', () => ['delete from plan where id in (select plan from seal)', `update plan set id = 'x'`])
  return tried
}

function attempt(file: SqliteFile.Database, statements: string): void {
  try {
    file.exec(statements)
  } catch {
    // A setting that is refused is as good as none.
  }
}
