import type { Kysely } from 'kysely'
import type { InvitationStore, PeopleStore } from './people.ts'
import type { PlanStore } from './plans.ts'
import type { Tables } from './schema.ts'
import type { SessionStore } from './sessions.ts'
import type { Roles } from './storage.ts'
import { invitationStore } from './store/invitations.ts'
import { peopleStore } from './store/people.ts'
import { planStore } from './store/plans.ts'
import { sessionStore } from './store/sessions.ts'
import { testStore } from './store/tests.ts'
import type { TestStore } from './tests.ts'

export type Store = PlanStore &
  PeopleStore &
  InvitationStore &
  TestStore &
  Roles & {
    readonly sessions: SessionStore
    /** Resolves when the database takes writes; throws when it does not. */
    check(): Promise<void>
    close(): Promise<void>
  }

/** The one store behind every port but the update log, written over the query builder so that a dialect can be added. */
export const createStore = (db: Kysely<Tables>): Store => ({
  ...planStore(db),
  ...peopleStore(db),
  ...invitationStore(db),
  ...testStore(db),
  sessions: sessionStore(db),
  check: () =>
    db.transaction().execute(async (trx) => {
      await trx.updateTable('plan').set({ shown: null }).where('id', '=', '').execute()
    }),
  close: () => db.destroy(),
})
