import type { Database } from 'better-sqlite3'

/**
 * Gives every plan a new epoch, in every table that has one, in one transaction: who knows the plan of before is told so and
 * cannot bring back what it has (SPEC STORE-64). A fence goes: what it was for may not be in there, and is found again if it is. Tables are found by their columns, so that none is forgotten.
 */
export function giveNewEpochs(file: Database, newEpoch: () => string): void {
  const tables = file
    .prepare<[], string>(
      `select name from sqlite_master where type = 'table' and name <> 'plan'
       and exists (select 1 from pragma_table_info(sqlite_master.name) where name = 'epoch')`,
    )
    .pluck()
    .all()
  const moves = tables.map((table) =>
    file.prepare<[string, string, string]>(`update "${table}" set epoch = ? where plan = ? and epoch = ?`),
  )
  const movePlan = file.prepare<[string, string]>('update plan set epoch = ?, fenced = null where id = ?')
  const plans = file.prepare<[], { id: string; epoch: string }>('select id, epoch from plan')
  file
    .transaction(() => {
      for (const { id, epoch } of plans.all()) {
        const next = newEpoch()
        for (const move of moves) move.run(next, id, epoch)
        movePlan.run(next, id)
      }
    })
    .immediate()
}
