import type { Person } from '@withy/shared/protocol'
import type { Kysely, Selectable } from 'kysely'
import type { Decide, Former, PeopleStore, RoleSet, Roles } from '../people.ts'
import type { Tables } from '../schema.ts'
import { builtOnce } from './built-once.ts'
import { endCopyLinks } from './copies.ts'
import { endInvitations } from './ended-invitations.ts'

const peopleIn = (db: Kysely<Tables>, plan: string) =>
  db.selectFrom('member').selectAll().where('plan', '=', plan).orderBy('joined_at').orderBy('person')

/** `db` may be a transaction. */
export async function readPeople(db: Kysely<Tables>, plan: string): Promise<Person[]> {
  return (await peopleIn(db, plan).execute()).map(personOf)
}

const personOf = (row: Selectable<Tables['member']>): Person => ({
  id: row.person,
  name: row.name,
  voice: row.voice,
  role: row.role,
  colour: row.colour,
  cameBy: row.came_by,
  joinedAt: new Date(row.joined_at).toISOString(),
  seat: row.seat === 1,
})

const rowOf = (plan: string, person: Person) => ({
  plan,
  person: person.id,
  name: person.name,
  voice: person.voice,
  role: person.role,
  colour: person.colour,
  came_by: person.cameBy,
  joined_at: Date.parse(person.joinedAt),
  seat: person.seat ? 1 : 0,
})

/** Makes known whoever is new and writes them as members. Run in a transaction. */
export async function putPeople(db: Kysely<Tables>, plan: string, people: readonly Person[]): Promise<void> {
  await freeUniquePlaces(db, plan, people)
  for (const person of people) {
    const row = rowOf(plan, person)
    await db.deleteFrom('former_member').where('plan', '=', plan).where('person', '=', person.id).execute()
    await db
      .insertInto('person')
      .values({ id: person.id, made_at: row.joined_at })
      .onConflict((c) => c.doNothing())
      .execute()
    await db
      .insertInto('member')
      .values(row)
      .onConflict((c) => c.columns(['plan', 'person']).doUpdateSet(row))
      .execute()
  }
}

/** The owner is one in a plan, and so is the seat: who had them lets go before who has them now is written. */
async function freeUniquePlaces(db: Kysely<Tables>, plan: string, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ id }) => id)
  if (ids.length === 0) return
  const theirs = db.updateTable('member').where('plan', '=', plan).where('person', 'in', ids)
  await theirs.set({ seat: 0 }).execute()
  await theirs.set({ role: 'facilitator' }).where('role', '=', 'owner').execute()
}

/** Reads, decides, writes. Run in a transaction. */
export async function changeIn(trx: Kysely<Tables>, plan: string, decide: Decide): Promise<Person[]> {
  const before = await readPeople(trx, plan)
  const {
    put = [],
    gone = [],
    set = [],
    linksOver = [],
  } = decide(before, await readFormer(trx, plan), await readSet(trx, plan))
  await putAway(trx, plan, gone)
  await putPeople(trx, plan, put)
  await putSet(trx, plan, set)
  for (const over of linksOver) await endCopyLinks(trx, plan, over)
  const after = await readPeople(trx, plan)
  await endInvitations(trx, plan, before, after)
  await keepChangedVoices(trx, plan, before, after)
  return after
}

/** Who was a professional while people are asked whether they agree, and is none any more: that stays known (SPEC AGREE-16). */
async function keepChangedVoices(
  trx: Kysely<Tables>,
  plan: string,
  before: readonly Person[],
  after: readonly Person[],
): Promise<void> {
  const still = new Set(after.filter(({ voice }) => voice === 'professional').map(({ id }) => id))
  const were = before.filter(({ id, voice }) => voice === 'professional' && !still.has(id))
  if (were.length === 0) return
  const open = trx.selectFrom('round').select('id').where('plan', '=', plan).where('ended_at', 'is', null)
  const round = (await open.executeTakeFirst())?.id
  if (round !== undefined) await keepProfessionals(trx, round, were)
}

/** Those of `people` who are professionals are kept as such in a round that is open. Run in a transaction. */
export async function keepProfessionals(trx: Kysely<Tables>, round: string, people: readonly Person[]): Promise<void> {
  const known = trx.selectFrom('round_professional').select('person').where('round', '=', round)
  const kept = new Set((await known.execute()).map(({ person }) => person))
  for (const { id: person, voice } of people)
    if (voice === 'professional' && !kept.has(person))
      await trx.insertInto('round_professional').values({ round, person }).execute()
}

async function readSet(db: Kysely<Tables>, plan: string): Promise<RoleSet[]> {
  const rows = await db.selectFrom('role_set').selectAll().where('plan', '=', plan).execute()
  return rows.map(({ person, role, set_at }) => ({ id: person, role, at: set_at }))
}

async function putSet(trx: Kysely<Tables>, plan: string, set: readonly RoleSet[]): Promise<void> {
  for (const { id, role, at } of set) {
    await trx
      .insertInto('role_set')
      .values({ plan, person: id, role, set_at: at })
      .onConflict((c) => c.columns(['plan', 'person']).doUpdateSet({ role, set_at: at }))
      .execute()
  }
}

/** `db` may be a transaction. */
export async function readFormer(db: Kysely<Tables>, plan: string): Promise<Former[]> {
  const rows = await db.selectFrom('former_member').selectAll().where('plan', '=', plan).orderBy('left_at').execute()
  return rows.map(({ person, name, removed, left_at }) => ({
    id: person,
    name,
    removed: removed === 1,
    leftAt: left_at,
  }))
}

/** Told to those who lead for as long as somebody is in the plan: a workshop that nobody opens again must not keep it (SPEC WORK-51, A11Y-198). */
const GOES_WITH_THEM = ['needs', 'met']

async function putAway(trx: Kysely<Tables>, plan: string, gone: readonly Former[]): Promise<void> {
  const workshops = trx.selectFrom('workshop').select('id').where('plan', '=', plan)
  for (const { id, name, removed, leftAt } of gone) {
    await trx.deleteFrom('member').where('plan', '=', plan).where('person', '=', id).execute()
    const told = trx.deleteFrom('workshop_part').where('id', '=', id).where('kind', 'in', GOES_WITH_THEM)
    await told.where('workshop', 'in', workshops).execute()
    await trx
      .insertInto('former_member')
      .values({ plan, person: id, name, removed: removed ? 1 : 0, left_at: leftAt })
      .execute()
  }
}

export function peopleStore(db: Kysely<Tables>): PeopleStore & Roles {
  const rows = builtOnce(db, peopleIn(db, ''))
  const roles = builtOnce(db, db.selectFrom('member').select('role').where('plan', '=', '').where('person', '=', ''))
  return {
    peopleOf: async (plan) => (await rows(plan)).map(personOf),
    formerOf: (plan) => readFormer(db, plan),
    rolesSetOf: (plan) => readSet(db, plan),
    changePeople: (plan, decide) => db.transaction().execute((trx) => changeIn(trx, plan, decide)),

    async roleOf(plan, person) {
      const [row] = await roles(plan, person)
      return row?.role ?? null
    },

    async plansOf(person) {
      const row = await db
        .selectFrom('member')
        .select((e) => e.fn.countAll<number | bigint>().as('plans'))
        .where('person', '=', person)
        .executeTakeFirstOrThrow()
      return Number(row.plans)
    },

    wayBack: (person, renew, at) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('way_back')
          .select('generation')
          .where('person', '=', person)
          .executeTakeFirst()
        if (row && !renew) return row.generation
        const next = { generation: (row?.generation ?? 0) + 1, made_at: at }
        await trx
          .insertInto('way_back')
          .values({ person, ...next })
          .onConflict((c) => c.column('person').doUpdateSet(next))
          .execute()
        return next.generation
      }),

    async wayBackNow(person) {
      const row = await db.selectFrom('way_back').select('generation').where('person', '=', person).executeTakeFirst()
      return row?.generation ?? null
    },
  }
}
