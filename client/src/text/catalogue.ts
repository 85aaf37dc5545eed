import type actionTests from './en/action-tests.json'
import type agreement from './en/agreement.json'
import type agreementHelp from './en/agreement-help.json'
import type agreementTalk from './en/agreement-talk.json'
import type cards from './en/cards.json'
import type changed from './en/changed.json'
import type check from './en/check.json'
import type coach from './en/coach.json'
import type common from './en/common.json'
import type conformance from './en/conformance.json'
import type copies from './en/copies.json'
import type deviceCopy from './en/device-copy.json'
import type draft from './en/draft.json'
import type easy from './en/easy.json'
import type forms from './en/forms.json'
import type glossary from './en/glossary.json'
import type help from './en/help.json'
import type history from './en/history.json'
import type home from './en/home.json'
import type importing from './en/import.json'
import type join from './en/join.json'
import type keys from './en/keys.json'
import type live from './en/live.json'
import type many from './en/many.json'
import type people from './en/people.json'
import type photos from './en/photos.json'
import type pick from './en/pick.json'
import type plan from './en/plan.json'
import type reading from './en/reading.json'
import type said from './en/said.json'
import type screen from './en/screen.json'
import type share from './en/share.json'
import type speak from './en/speak.json'
import type spoken from './en/spoken.json'
import type standing from './en/standing.json'
import type start from './en/start.json'
import type statement from './en/statement.json'
import type takeAway from './en/take-away.json'
import type talk from './en/talk.json'
import type talkHelp from './en/talk-help.json'
import type talkSuggest from './en/talk-suggest.json'
import type talkWaiting from './en/talk-waiting.json'
import type together from './en/together.json'
import type where from './en/where.json'
import type workshop from './en/workshop.json'
import type workshopAfter from './en/workshop-after.json'
import type workshopFollowUp from './en/workshop-follow-up.json'
import type workshopHelp from './en/workshop-help.json'
import type workshopKept from './en/workshop-kept.json'
import type workshopLead from './en/workshop-lead.json'
import type workshopOwn from './en/workshop-own.json'
import type workshopPrepare from './en/workshop-prepare.json'
import type workshopReach from './en/workshop-reach.json'
import type workshopSafe from './en/workshop-safe.json'
import type workshopShown from './en/workshop-shown.json'
import type workshopSteps from './en/workshop-steps.json'
import type workshopWall from './en/workshop-wall.json'

type Catalogue = {
  'action-tests': typeof actionTests
  agreement: typeof agreement
  'agreement-help': typeof agreementHelp
  'agreement-talk': typeof agreementTalk
  cards: typeof cards
  changed: typeof changed
  check: typeof check
  conformance: typeof conformance
  copies: typeof copies
  draft: typeof draft
  easy: typeof easy
  forms: typeof forms
  coach: typeof coach
  common: typeof common
  'device-copy': typeof deviceCopy
  glossary: typeof glossary
  help: typeof help
  history: typeof history
  home: typeof home
  import: typeof importing
  join: typeof join
  keys: typeof keys
  live: typeof live
  many: typeof many
  people: typeof people
  photos: typeof photos
  pick: typeof pick
  plan: typeof plan
  reading: typeof reading
  said: typeof said
  screen: typeof screen
  share: typeof share
  spoken: typeof spoken
  speak: typeof speak
  standing: typeof standing
  start: typeof start
  statement: typeof statement
  'take-away': typeof takeAway
  'talk-help': typeof talkHelp
  'talk-waiting': typeof talkWaiting
  talk: typeof talk
  'talk-suggest': typeof talkSuggest
  together: typeof together
  where: typeof where
  workshop: typeof workshop
  'workshop-follow-up': typeof workshopFollowUp
  'workshop-help': typeof workshopHelp
  'workshop-kept': typeof workshopKept
  'workshop-lead': typeof workshopLead
  'workshop-wall': typeof workshopWall
  'workshop-after': typeof workshopAfter
  'workshop-own': typeof workshopOwn
  'workshop-prepare': typeof workshopPrepare
  'workshop-reach': typeof workshopReach
  'workshop-safe': typeof workshopSafe
  'workshop-shown': typeof workshopShown
  'workshop-steps': typeof workshopSteps
}

/** The id of a text: `<file>.<key>` of the English files. An id that is not there does not compile. */
export type TextId = { [Word in keyof Catalogue]: `${Word}.${keyof Catalogue[Word] & string}` }[keyof Catalogue]
