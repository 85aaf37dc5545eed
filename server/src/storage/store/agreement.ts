import type { SealRecord } from '@withy/shared/api'
import type { Shown } from '@withy/shared/plan'
import type { Kysely, Selectable } from 'kysely'
import type {
  AgreementChange,
  AgreementNow,
  AgreementStore,
  AnswerRow,
  EndedRow,
  PlanFacts,
  RoundKept,
  RoundRow,
  SealedRow,
} from '../agreement.ts'
import type { Tables } from '../schema.ts'
import { keepProfessionals, readFormer, readPeople } from './people.ts'

export const agreementStore = (db: Kysely<Tables>): AgreementStore => {
  const together = <T>(run: (trx: Kysely<Tables>) => Promise<T>) => db.transaction().execute(run)
  const seals = (plan: string) => db.selectFrom('seal').selectAll('seal').where('seal.plan', '=', plan)
  return {
    planFacts: (plan) => together((trx) => readFacts(trx, plan)),
    agreementOf: (plan) => together((trx) => readNow(trx, plan)),

    changeAgreement: (plan, decide) =>
      together(async (trx) => {
        const now = await readNow(trx, plan)
        if (!now) return false
        await put(trx, plan, decide(now))
        return true
      }),

    endedOf: (plan) => together((trx) => readEnded(trx, plan)),

    sealsOf: (plan) =>
      db
        .selectFrom('seal')
        .select(['version as id', 'number'])
        .where('plan', '=', plan)
        .orderBy('number', 'desc')
        .execute(),

    sealedOf: async (plan, numbers) =>
      (await seals(plan).where('number', 'in', numbers).orderBy('number', 'desc').execute()).map(sealedRow),

    async sealedAt(plan, number) {
      const row = await seals(plan)
        .where('seal.number', '=', number)
        .innerJoin('version', 'version.id', 'seal.version')
        .select(['bytes', 'plan_json', 'edition_json'])
        .executeTakeFirst()
      if (!row) return null
      const { bytes, plan_json: planJson, edition_json: editionJson, ...seal } = row
      return { ...sealedRow(seal), bytes: new Uint8Array(bytes), planJson, editionJson }
    },

    async annexAt(plan, number) {
      const row = await db
        .selectFrom('version_annex')
        .innerJoin('seal', 'seal.version', 'version_annex.version')
        .select('annex_json')
        .where('seal.plan', '=', plan)
        .where('seal.number', '=', number)
        .executeTakeFirst()
      return row?.annex_json ?? null
    },

    async sealedByCode(code) {
      const row = await db.selectFrom('seal').selectAll().where('code', '=', code).executeTakeFirst()
      return row ? sealedRow(row) : null
    },

    roundIn: (round) =>
      together(async (trx) => {
        const one = trx.selectFrom('round').selectAll().where('id', '=', round)
        return keptOf(trx, await one.executeTakeFirstOrThrow())
      }),

    withdrawalsOf: (plan) =>
      db
        .selectFrom('withdrawal')
        .innerJoin('seal', 'seal.version', 'withdrawal.version')
        .select(['withdrawal.version', 'person', 'name', 'words', 'at', 'by', 'by_name as byName'])
        .where('seal.plan', '=', plan)
        .orderBy('at')
        .orderBy('person')
        .execute(),

    withdraw: ({ byName, ...row }) =>
      together(async (trx) => {
        const theirs = trx.selectFrom('withdrawal').select('at').where('version', '=', row.version)
        if (await theirs.where('person', '=', row.person).executeTakeFirst()) return false
        const kept = { ...row, by_name: byName }
        await trx.insertInto('withdrawal').values(kept).execute()
        return true
      }),
  }
}

async function readFacts(trx: Kysely<Tables>, plan: string): Promise<PlanFacts | null> {
  const one = trx.selectFrom('plan').select(['kind', 'title', 'lang', 'epoch', 'seq']).where('id', '=', plan)
  const row = await one.executeTakeFirst()
  if (!row) return null
  const words = trx.selectFrom('glossary_word').select(['word', 'meaning']).where('plan', '=', plan)
  const [people, former] = [await readPeople(trx, plan), await readFormer(trx, plan)]
  const explained = await words.where('is_out', '=', 0).orderBy('same').execute()
  return { ...row, people, former: former.map(({ leftAt, ...one }) => one), explained }
}

async function readNow(trx: Kysely<Tables>, plan: string): Promise<AgreementNow | null> {
  const facts = await readFacts(trx, plan)
  if (!facts) return null
  // In the order of their numbers, and not by when: a clock that was set back would lose a stop that stands (SPEC AGREE-9).
  const rounds = await trx.selectFrom('round').selectAll().where('plan', '=', plan).orderBy('n').execute()
  const open = rounds.find(({ ended_at }) => ended_at === null)
  const seals = trx.selectFrom('seal').select(['number', 'seal', 'round']).where('plan', '=', plan)
  const last = await seals.orderBy('number', 'desc').limit(1).executeTakeFirst()
  const since = rounds.slice(rounds.findIndex(({ id }) => id === last?.round) + 1)
  const over = since.filter(({ id }) => id !== open?.id).map(({ id }) => id)
  return {
    plan: facts,
    round: open ? await roundOf(trx, open) : null,
    rounds: rounds.length,
    wordings: await wordingsIn(trx, plan),
    professionals: open ? await professionalsIn(trx, open.id) : [],
    answers: [...(await stopsIn(trx, over)), ...(open ? await readAnswers(trx, open.id) : [])],
    last: last ? { number: last.number, seal: last.seal } : null,
  }
}

async function readEnded(trx: Kysely<Tables>, plan: string): Promise<EndedRow | null> {
  const rounds = trx.selectFrom('round').selectAll().where('plan', '=', plan)
  const newest = await rounds.orderBy('n', 'desc').limit(1).executeTakeFirst()
  if (!newest || newest.ended_at === null) return null
  const seal = trx.selectFrom('seal').select('number').where('round', '=', newest.id)
  if (await seal.executeTakeFirst()) return null
  // Of one that was ended before this was kept nobody knows: nothing is shown that may have been hidden.
  return { ...(await keptOf(trx, newest)), endedAt: newest.ended_at, isWaiting: newest.ended_waiting !== 0 }
}

async function keptOf(trx: Kysely<Tables>, round: Selectable<Tables['round']>): Promise<RoundKept> {
  return {
    round: await roundOf(trx, round),
    professionals: await professionalsIn(trx, round.id),
    answers: await readAnswers(trx, round.id),
  }
}

async function roundOf(trx: Kysely<Tables>, row: Selectable<Tables['round']>): Promise<RoundRow> {
  const asked = await trx.selectFrom('round_asked').select('person').where('round', '=', row.id).execute()
  const { decides_acting: acting, decides_person: person, decides_name: name, decides_words: words } = row
  return {
    id: row.id,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    onDisagreement: row.on_disagreement,
    bySection: row.by_section === 1,
    decides: acting === null ? null : { acting, person, name: name ?? '', words: words ?? '' },
    asked: asked.map(({ person }) => person),
  }
}

async function wordingsIn(trx: Kysely<Tables>, plan: string): Promise<number> {
  const kept = trx.selectFrom('read_edition').select((e) => e.fn.countAll<number | bigint>().as('all'))
  return Number((await kept.where('plan', '=', plan).executeTakeFirstOrThrow()).all)
}

async function professionalsIn(trx: Kysely<Tables>, round: string): Promise<string[]> {
  const rows = await trx.selectFrom('round_professional').select('person').where('round', '=', round).execute()
  return rows.map(({ person }) => person)
}

async function readAnswers(db: Kysely<Tables>, round: string): Promise<AnswerRow[]> {
  const all = db.selectFrom('round_answer').selectAll().where('round', '=', round)
  return (await all.orderBy('n').execute()).map(answerRow)
}

/** Of some rounds those last answers of people to a section, or the whole, that are a stop. */
async function stopsIn(db: Kysely<Tables>, rounds: readonly string[]): Promise<AnswerRow[]> {
  if (rounds.length === 0) return []
  const last = db
    .selectFrom('round_answer')
    .select((e) => e.fn.max('n').as('n'))
    .where('round', 'in', rounds)
    .groupBy(['person', 'section'])
  const stops = db.selectFrom('round_answer').selectAll().where('answer', '=', 'stop').where('n', 'in', last)
  return (await stops.orderBy('n').execute()).map(answerRow)
}

const answerRow = ({
  n,
  plan,
  seat,
  section_title,
  by_name: byName,
  ...row
}: Selectable<Tables['round_answer']>): AnswerRow => ({
  ...row,
  byName,
  seat: seat === 1,
  sectionTitle: section_title === null ? null : (JSON.parse(section_title) as Shown),
})

const sealedRow = ({ version, record_json, number, ...row }: Selectable<Tables['seal']>): SealedRow => ({
  ...row,
  id: version,
  record: JSON.parse(record_json) as SealRecord,
})

async function put(trx: Kysely<Tables>, plan: string, change: AgreementChange): Promise<void> {
  if (change.do === 'open') return openRound(trx, plan, change.round)
  if (change.do === 'ask') return ask(trx, change.round, change.people)
  if (change.do === 'answer') return answer(trx, plan, change.answer, change.editionJson)
  if (change.do === 'nothing') return
  // Who is one when it ends stays known as that: another voice, said the day after, is none of that day (SPEC AGREE-37).
  await keepProfessionals(trx, change.round, await readPeople(trx, plan))
  const waiting = change.do === 'end' ? Number(change.isWaiting) : null
  const over = { ended_at: change.at, ended_waiting: waiting }
  await trx.updateTable('round').set(over).where('id', '=', change.round).execute()
  if (change.do === 'seal') await seal(trx, plan, change)
}

async function openRound(trx: Kysely<Tables>, plan: string, round: RoundRow): Promise<void> {
  const { acting = null, person = null, name = null, words = null } = round.decides ?? {}
  const before = trx.selectFrom('round').select('n').where('plan', '=', plan)
  const last = await before.orderBy('n', 'desc').limit(1).executeTakeFirst()
  await trx
    .insertInto('round')
    .values({
      id: round.id,
      plan,
      n: (last?.n ?? 0) + 1,
      opened_at: round.openedAt,
      opened_by: round.openedBy,
      on_disagreement: round.onDisagreement,
      by_section: round.bySection ? 1 : 0,
      decides_acting: acting,
      decides_name: name,
      decides_words: words,
      decides_person: person,
      ended_at: null,
      ended_waiting: null,
    })
    .execute()
  await ask(trx, round.id, round.asked)
}

/** A row that is there already is not put again: the database refuses that. */
async function ask(trx: Kysely<Tables>, round: string, people: readonly string[]): Promise<void> {
  const rows = await trx.selectFrom('round_asked').select('person').where('round', '=', round).execute()
  const asked = new Set(rows.map(({ person }) => person))
  for (const person of new Set(people))
    if (!asked.has(person)) await trx.insertInto('round_asked').values({ round, person }).execute()
}

async function answer(trx: Kysely<Tables>, plan: string, row: AnswerRow, editionJson: string | null): Promise<void> {
  const { byName, seat, sectionTitle, fingerprint, ...said } = row
  const kept = trx.selectFrom('read_edition').select('plan').where('plan', '=', plan)
  if (editionJson !== null && !(await kept.where('fingerprint', '=', fingerprint).executeTakeFirst()))
    await trx.insertInto('read_edition').values({ plan, fingerprint, edition_json: editionJson }).execute()
  const title = sectionTitle === null ? null : JSON.stringify(sectionTitle)
  await trx
    .insertInto('round_answer')
    .values({ ...said, plan, fingerprint, by_name: byName, seat: seat ? 1 : 0, section_title: title })
    .execute()
}

async function seal(
  trx: Kysely<Tables>,
  plan: string,
  { round, at, sealed }: Extract<AgreementChange, { do: 'seal' }>,
): Promise<void> {
  const { id, madeBy, record, epoch, seq, bytes, planJson, editionJson, code, annexJson } = sealed
  const { number, fingerprint } = record
  const made = { id, plan, kind: 'sealed', number, name: null, made_at: at, made_by: madeBy } as const
  await trx
    .insertInto('version')
    .values({ ...made, epoch, seq, fingerprint, bytes, plan_json: planJson, edition_json: editionJson })
    .execute()
  const kept = { version: id, plan, number, round, record_json: JSON.stringify(record), seal: sealed.seal, code }
  await trx.insertInto('seal').values(kept).execute()
  if (annexJson !== null) await trx.insertInto('version_annex').values({ version: id, annex_json: annexJson }).execute()
}
