import type { Migration } from 'kysely/migration'
import { first } from './migrations/0001-first.ts'
import { planSnapshot } from './migrations/0002-plan-snapshot.ts'
import { authorship } from './migrations/0003-authorship.ts'
import { compactedLog } from './migrations/0004-log-that-is-compacted.ts'
import { moment } from './migrations/0005-moment.ts'
import { workshop } from './migrations/0006-workshop.ts'
import { followUp } from './migrations/0007-follow-up.ts'
import { glossary } from './migrations/0008-glossary.ts'
import { version } from './migrations/0009-version.ts'
import { agreement } from './migrations/0010-agreement.ts'
import { copyNote } from './migrations/0011-copy-note.ts'
import { agreementGuards } from './migrations/0012-agreement-guards.ts'
import { copyGiven } from './migrations/0013-copy-given.ts'
import { endedWaiting } from './migrations/0014-ended-waiting.ts'
import { talk } from './migrations/0015-talk.ts'
import { talkSuggestion } from './migrations/0016-talk-suggestion.ts'
import { versionAnnex } from './migrations/0017-version-annex.ts'
import { movedLetters } from './migrations/0018-moved-letters.ts'
import { card } from './migrations/0019-card.ts'
import { unsaid } from './migrations/0020-unsaid.ts'
import { planLanguage } from './migrations/0021-plan-language.ts'
import { saidIndex } from './migrations/0022-said-index.ts'
import { planPhoto } from './migrations/0023-plan-photo.ts'

/** Every change of the tables, in order. One that has been released is never edited; the next is added below it. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-plan-snapshot': planSnapshot,
  '0003-authorship': authorship,
  '0004-log-that-is-compacted': compactedLog,
  '0005-moment': moment,
  '0006-workshop': workshop,
  '0007-follow-up': followUp,
  '0008-glossary': glossary,
  '0009-version': version,
  '0010-agreement': agreement,
  '0011-copy-note': copyNote,
  '0012-agreement-guards': agreementGuards,
  '0013-copy-given': copyGiven,
  '0014-ended-waiting': endedWaiting,
  '0015-talk': talk,
  '0016-talk-suggestion': talkSuggestion,
  '0017-version-annex': versionAnnex,
  '0018-moved-letters': movedLetters,
  '0019-card': card,
  '0020-unsaid': unsaid,
  '0021-plan-language': planLanguage,
  '0022-said-index': saidIndex,
  '0023-plan-photo': planPhoto,
}
