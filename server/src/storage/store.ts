import type { Kysely } from 'kysely'
import type { TestStore } from './action-tests.ts'
import type { AgreementStore } from './agreement.ts'
import type { AuthorStore } from './authors.ts'
import type { CardStore } from './cards.ts'
import type { CopyStore } from './copies.ts'
import type { CopyGivenStore } from './copies-given.ts'
import type { FollowUpStore } from './follow-ups.ts'
import type { GlossaryStore } from './glossary.ts'
import type { MomentStore } from './moments.ts'
import type { InvitationStore, PeopleStore, Roles } from './people.ts'
import type { PhotoStore } from './photos.ts'
import type { PlanStore } from './plans.ts'
import type { Tables } from './schema.ts'
import type { SessionStore } from './sessions.ts'
import { testStore } from './store/action-tests.ts'
import { agreementStore } from './store/agreement.ts'
import { authorStore } from './store/authors.ts'
import { cardStore } from './store/cards.ts'
import { copyStore } from './store/copies.ts'
import { copyGivenStore } from './store/copies-given.ts'
import { followUpStore } from './store/follow-ups.ts'
import { glossaryStore } from './store/glossary.ts'
import { invitationStore } from './store/invitations.ts'
import { momentStore } from './store/moments.ts'
import { peopleStore } from './store/people.ts'
import { photoStore } from './store/photos.ts'
import { planStore } from './store/plans.ts'
import { sessionStore } from './store/sessions.ts'
import { suggestionStore } from './store/suggestions.ts'
import { talkStore } from './store/talk.ts'
import { unsaidStore } from './store/unsaid.ts'
import { versionStore } from './store/versions.ts'
import { workshopStore } from './store/workshops.ts'
import type { SuggestionStore } from './suggestions.ts'
import type { TalkStore } from './talk.ts'
import type { UnsaidStore } from './unsaid.ts'
import type { VersionStore } from './versions.ts'
import type { WorkshopStore } from './workshops.ts'

export type Store = PlanStore &
  PeopleStore &
  InvitationStore &
  TestStore &
  AuthorStore &
  UnsaidStore &
  MomentStore &
  VersionStore &
  WorkshopStore &
  FollowUpStore &
  GlossaryStore &
  CardStore &
  PhotoStore &
  TalkStore &
  SuggestionStore &
  AgreementStore &
  CopyStore &
  CopyGivenStore &
  Roles & {
    readonly sessions: SessionStore
    /** Writes something to the disk; throws when that does not work. */
    check(): Promise<void>
    close(): Promise<void>
  }

/** The one store behind every port but the update log, written over the query builder so that a dialect can be added. */
export const createStore = (db: Kysely<Tables>): Store => ({
  ...planStore(db),
  ...peopleStore(db),
  ...invitationStore(db),
  ...testStore(db),
  ...authorStore(db),
  ...unsaidStore(db),
  ...momentStore(db),
  ...versionStore(db),
  ...workshopStore(db),
  ...followUpStore(db),
  ...glossaryStore(db),
  ...cardStore(db),
  ...photoStore(db),
  ...talkStore(db),
  ...suggestionStore(db),
  ...agreementStore(db),
  ...copyStore(db),
  ...copyGivenStore(db),
  sessions: sessionStore(db),
  async check() {
    const at = Date.now()
    await db
      .insertInto('write_check')
      .values({ id: 1, at })
      .onConflict((c) => c.column('id').doUpdateSet({ at }))
      .execute()
  },
  close: () => db.destroy(),
})
