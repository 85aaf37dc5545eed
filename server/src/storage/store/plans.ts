import type { ExpressionBuilder, Kysely, Transaction } from 'kysely'
import type { NewPlan, PlanStore } from '../plans.ts'
import type { Tables } from '../schema.ts'
import { builtOnce } from './built-once.ts'
import { explain } from './glossary.ts'
import { putPeople } from './people.ts'
import { putPhotos } from './photos.ts'

export function planStore(db: Kysely<Tables>): PlanStore {
  const plans = builtOnce(db, db.selectFrom('plan').selectAll().where('id', '=', ''))
  return {
    async cardsOf(person) {
      const rows = await db
        .selectFrom('member')
        .innerJoin('plan', 'plan.id', 'member.plan')
        .select(['plan.id', 'plan.kind', 'plan.title', 'plan.changed_at', 'plan.started_at', 'member.role'])
        .select((e) =>
          e
            .selectFrom('member as all')
            .select((all) => all.fn.countAll<number | bigint>().as('people'))
            .whereRef('all.plan', '=', 'plan.id')
            .$asScalar()
            .as('people'),
        )
        .select((e) => askedIn(e, person).as('asked'))
        .select((e) => agreedAt(e).as('agreed_at'))
        .where('member.person', '=', person)
        .orderBy('plan.changed_at', 'desc')
        .orderBy('plan.id')
        .execute()
      return rows.map(({ changed_at, started_at, agreed_at, asked, people, ...card }) => ({
        ...card,
        people: Number(people),
        changedAt: new Date(changed_at).toISOString(),
        startedAt: new Date(started_at).toISOString(),
        asked: Number(asked) > 0,
        agreedAt: agreed_at === null ? null : new Date(agreed_at).toISOString(),
      }))
    },

    async find(plan) {
      const [row] = await plans(plan)
      if (!row) return null
      const { id, kind, title, lang, epoch, shown } = row
      return { id, kind, title, lang, epoch, shown, startedBy: row.started_by, startedAt: row.started_at }
    },

    create: (plan, most) =>
      db.transaction().execute(async (trx) => {
        if (await hasPlans(trx, plan.owner.id, most)) return 'plans-full'
        if (plan.startLink !== undefined && !(await useStartLink(trx, plan.startLink, plan.plan.startedAt))) {
          return 'start-link-over'
        }
        await insert(trx, plan)
        return 'made'
      }),

    async rename(plan, title) {
      await db.updateTable('plan').set({ title }).where('id', '=', plan).execute()
    },
    async sayLanguage(plan, lang) {
      await db.updateTable('plan').set({ lang }).where('id', '=', plan).execute()
    },
    async show(plan, section) {
      await db.updateTable('plan').set({ shown: section }).where('id', '=', plan).execute()
    },
    async addStartLink(id, madeAt, expiresAt) {
      await db.insertInto('start_link').values({ id, made_at: madeAt, expires_at: expiresAt, used_at: null }).execute()
    },
  }
}

type OfPlan = ExpressionBuilder<Tables, 'plan'>

/**
 * 1 where the person is asked in the round that is open and has not answered the whole of it (SPEC AGREE-47). Who has the person's
 * place in a support plan, and who decides for them, are always asked (AGREE-7, AGREE-18).
 */
const askedIn = (e: ExpressionBuilder<Tables, 'plan' | 'member'>, person: string) =>
  e
    .selectFrom('round')
    .select((all) => all.fn.countAll<number | bigint>().as('asked'))
    .whereRef('round.plan', '=', 'plan.id')
    .where('round.ended_at', 'is', null)
    .where((round) =>
      round.or([
        round.and([round('plan.kind', '=', 'support'), round('member.seat', '=', 1)]),
        round('round.decides_person', '=', person),
        round.exists(
          round
            .selectFrom('round_asked')
            .select('person')
            .whereRef('round_asked.round', '=', 'round.id')
            .where('round_asked.person', '=', person),
        ),
      ]),
    )
    .where((round) =>
      round(
        round
          .selectFrom('round_answer')
          .select('answer')
          .whereRef('round_answer.round', '=', 'round.id')
          .where('round_answer.person', '=', person)
          .where('section', 'is', null)
          .orderBy('n', 'desc')
          .limit(1),
        'is',
        null,
      ),
    )
    .$asScalar()

const agreedAt = (e: OfPlan) =>
  e
    .selectFrom('seal')
    .innerJoin('version', 'version.id', 'seal.version')
    .select('version.made_at')
    .whereRef('seal.plan', '=', 'plan.id')
    .orderBy('seal.number', 'desc')
    .limit(1)
    .$asScalar()

async function hasPlans(trx: Kysely<Tables>, person: string, most: number): Promise<boolean> {
  const rows = await trx.selectFrom('member').select('plan').where('person', '=', person).limit(most).execute()
  return rows.length >= most
}

/** True the first time only: the condition is in the statement, so two who come at once cannot both use it. */
async function useStartLink(trx: Kysely<Tables>, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('start_link')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function insert(
  trx: Transaction<Tables>,
  { plan, owner, words, former = [], explained = [], photos = [] }: NewPlan,
): Promise<void> {
  const { id, kind, title, lang = null, epoch, startedAt } = plan
  await trx
    .insertInto('person')
    .values({ id: owner.id, made_at: startedAt })
    .onConflict((c) => c.doNothing())
    .execute()
  await trx
    .insertInto('plan')
    .values({
      id,
      kind,
      title,
      lang,
      epoch,
      seq: words ? 1 : 0,
      shown: null,
      started_by: owner.id,
      started_at: startedAt,
      changed_at: startedAt,
    })
    .execute()
  await putPeople(trx, id, [owner])
  await putFormer(trx, plan, former)
  await explain(trx, id, explained)
  await putPhotos(trx, id, photos, owner.id, startedAt)
  if (!words) return
  const { bytes, clients } = words
  await trx
    .insertInto('plan_update')
    .values({ plan: id, epoch, seq: 1, person: owner.id, connection: 'start', at: startedAt, bytes })
    .execute()
  await trx
    .insertInto('client_id')
    .values(clients.map((client) => ({ plan: id, client, person: owner.id })))
    .execute()
  const by = { plan: id, epoch, seq: 1, did: 'inserted', clock: 0, person: owner.id, at: startedAt } as const
  await trx
    .insertInto('authorship')
    .values(clients.map((client) => ({ ...by, client, clocks: null, said_for: null })))
    .execute()
}

/** So many rows go in by one statement, which holds a few thousand values at most. */
const AT_ONCE = 200

/** People a plan names who were never in it here. */
async function putFormer(
  trx: Transaction<Tables>,
  { id, startedAt }: NewPlan['plan'],
  former: NonNullable<NewPlan['former']>,
): Promise<void> {
  for (let from = 0; from < former.length; from += AT_ONCE) {
    const some = former.slice(from, from + AT_ONCE)
    await trx
      .insertInto('person')
      .values(some.map((person) => ({ id: person.id, made_at: startedAt })))
      .execute()
    const rows = some.map((person) => ({
      plan: id,
      person: person.id,
      name: person.name,
      removed: 0,
      left_at: startedAt,
    }))
    await trx.insertInto('former_member').values(rows).execute()
  }
}
