import { WRITING_STEPS } from '@withy/shared/protocol'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from '../schema.ts'
import type { PartRow, WorkshopStore } from '../workshops.ts'
import { builtOnce } from './built-once.ts'
import { explain } from './glossary.ts'

export const workshopStore = (db: Kysely<Tables>): WorkshopStore => {
  const findOpen = builtOnce<{ id: string; title: string }>(
    db,
    db.selectFrom('workshop').select(['id', 'title']).where('plan', '=', '').where('stage', '=', 'open'),
  )
  const findLast = builtOnce<{ id: string; title: string }>(
    db,
    db
      .selectFrom('workshop')
      .select(['id', 'title'])
      .where('plan', '=', '')
      .where('stage', '=', 'closed')
      .orderBy('closed_at', 'desc')
      .limit(sql.lit(1)),
  )
  return {
    async ideasUnanswered(plan) {
      const { rows } = await sql<{ id: string; ideas: number }>`
        select workshop.id, count(*) as ideas from workshop
        join workshop_part idea on idea.workshop = workshop.id and idea.kind = 'idea'
        join workshop_part step on step.workshop = workshop.id and step.kind = 'step' and step.id = idea.value ->> 'step'
        where workshop.plan = ${plan} and idea.value ->> 'fate' is null and not coalesce(idea.value ->> 'hidden', 0)
        and (step.value ->> 'shown' or step.value ->> 'kind' not in (${sql.join(WRITING_STEPS)}))
        group by workshop.id
      `.execute(db)
      return new Map(rows.map(({ id, ideas }) => [id, Number(ideas)]))
    },

    async wordingsOffered(plan, person) {
      const { rows } = await sql<{ id: string; ideas: number }>`
        select workshop.id, count(*) as ideas from workshop
        join workshop_part idea on idea.workshop = workshop.id and idea.kind = 'idea'
        join workshop_part author on author.workshop = workshop.id and author.kind = 'participant' and author.id = idea.value ->> 'by'
        where workshop.plan = ${plan} and author.value ->> 'device' = ${person} and idea.value ->> 'offered' <> ''
        group by workshop.id
      `.execute(db)
      return new Map(rows.map(({ id, ideas }) => [id, Number(ideas)]))
    },

    async workshopsOf(plan) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('plan', '=', plan)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(cardOf)
    },

    openWorkshopOf: async (plan) => (await findOpen(plan, 'open'))[0] ?? null,

    lastWorkshopOf: async (plan) => (await findLast(plan, 'closed'))[0] ?? null,

    addWorkshop: (plan, { id, title, stage, madeAt, closedAt }, parts, most) =>
      db.transaction().execute(async (trx) => {
        const others = trx.selectFrom('workshop').select('id').where('plan', '=', plan)
        if ((await others.limit(most).execute()).length >= most) return false
        await trx
          .insertInto('workshop')
          .values({ id, plan, title, stage, made_at: madeAt, closed_at: closedAt })
          .execute()
        await put(trx, id, parts)
        return true
      }),

    async readWorkshop(plan, workshop) {
      const row = await db
        .selectFrom('workshop')
        .selectAll()
        .where('plan', '=', plan)
        .where('id', '=', workshop)
        .executeTakeFirst()
      if (!row) return null
      const parts = await db
        .selectFrom('workshop_part')
        .selectAll()
        .where('workshop', '=', workshop)
        // As they were first put: a part that changes keeps its row.
        .orderBy(sql`rowid`)
        .execute()
      return {
        card: cardOf(row),
        parts: parts.map(({ kind, id, value }) => ({ kind, id, value: JSON.parse(value) as unknown })),
      }
    },

    changeWorkshop: ({ workshop, card, parts, explained = [] }) =>
      db.transaction().execute(async (trx) => {
        if (card) {
          const { title, stage, closedAt: closed_at } = card
          await trx.updateTable('workshop').set({ title, stage, closed_at }).where('id', '=', workshop).execute()
        }
        await put(trx, workshop, parts)
        if (explained.length > 0) await explain(trx, await planOf(trx, workshop), explained)
      }),
  }
}

const planOf = async (trx: Transaction<Tables>, workshop: string): Promise<string> =>
  (await trx.selectFrom('workshop').select('plan').where('id', '=', workshop).executeTakeFirstOrThrow()).plan

const cardOf = ({ id, title, stage, made_at: madeAt, closed_at: closedAt }: Tables['workshop']) => ({
  id,
  title,
  stage,
  madeAt,
  closedAt,
})

/** The last value of each part is kept. */
async function put(trx: Transaction<Tables>, workshop: string, parts: readonly PartRow[]): Promise<void> {
  const last = new Map(parts.map((part) => [`${part.kind}/${part.id}`, part]))
  for (const { kind, id, value } of last.values()) {
    if (value === null) {
      const row = trx.deleteFrom('workshop_part').where('workshop', '=', workshop).where('kind', '=', kind)
      await row.where('id', '=', id).execute()
    } else {
      const row = { workshop, kind, id, value: JSON.stringify(value) }
      await trx
        .insertInto('workshop_part')
        .values(row)
        .onConflict((c) => c.columns(['workshop', 'kind', 'id']).doUpdateSet({ value: row.value }))
        .execute()
    }
  }
}
