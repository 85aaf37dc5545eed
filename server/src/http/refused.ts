import { REFUSALS, type Refusal, type Refused } from '@withy/shared/api'
import type { Context } from 'hono'
import { languageOf } from './language.ts'

/** Thrown anywhere below a route to answer with a no. */
export class Refusing extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** `throw refuse('seat-taken')` */
export const refuse = (refusal: Refusal): Refusing => new Refusing(refusal)

/** Which status each no has (SPEC ACCESS-62). A new word does not compile until it is here. */
export const STATUS = {
  'sign-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  'bad-request': 400,
  'name-missing': 400,
  'name-too-long': 400,
  'too-large': 413,
  'code-unknown': 404,
  'link-over': 410,
  'too-many-tries': 429,
  'plan-full': 409,
  'plans-full': 409,
  'invitations-full': 409,
  'seat-taken': 409,
  'last-owner': 409,
  'action-gone': 404,
  'answers-full': 409,
  'not-asked-yet': 409,
  'workshops-full': 409,
  'workshop-full': 409,
  'workshop-open': 409,
  'workshop-not-open': 409,
  'workshop-over': 410,
  'workshop-not-over': 409,
  'in-lobby': 403,
  'turn-of-others': 409,
  'not-in-room': 409,
  'step-used': 409,
  'dots-given': 409,
  'why-needed': 400,
  'answer-changed': 409,
  'written-meanwhile': 409,
  'step-gone': 404,
  'idea-gone': 404,
  'idea-too-long': 413,
  'already-shown': 409,
  'room-went-on': 409,
  'wording-changed': 409,
  'dots-used': 409,
  'word-there': 409,
  'question-settled': 409,
  'word-changed': 409,
  'glossary-full': 409,
  'comment-too-long': 413,
  'mentions-many': 400,
  'talk-full': 409,
  'talk-yours-full': 409,
  'suggestions-waiting-many': 409,
  'comment-gone': 404,
  'plan-put-back': 409,
  'words-changed': 409,
  'nothing-suggested': 400,
  'suggestion-too-long': 413,
  'suggestion-gone': 404,
  'their-words': 403,
  'already-decided': 409,
  'version-gone': 404,
  'versions-full': 409,
  'name-needed': 409,
  'round-open': 409,
  'round-over': 409,
  'rounds-full': 409,
  'person-opens': 409,
  'not-asked': 403,
  'supporter-needed': 403,
  'answered-themselves': 409,
  'answers-many': 409,
  'wordings-full': 409,
  'plan-changed': 409,
  'cannot-be-sealed': 409,
  'not-agreed': 409,
  'copies-full': 409,
  'plan-file-other': 400,
  'plan-file-later': 400,
  'plan-file-damaged': 400,
  'not-a-photo': 400,
  'photo-too-large': 413,
  'photos-full': 409,
  'photo-removed': 404,
  'fhir-about-a-person': 409,
  'calendar-without-days': 409,
  'start-by-invitation': 403,
  'another-site': 403,
  'plan-unreadable': 503,
  'too-busy': 503,
  trouble: 500,
} as const satisfies Record<Refusal, number>

/** Seconds after which asking again makes sense. */
const AGAIN_AFTER: Partial<Record<Refusal, number>> = { 'plan-unreadable': 5, 'too-busy': 60, 'too-many-tries': 600 }

/** The answer that says no, its sentence in the language the request asks for. */
export function refused(c: Context, refusal: Refusal): Response {
  const lang = languageOf(c)
  const body: Refused = { refused: refusal, sentence: REFUSALS[refusal][lang] }
  const again = AGAIN_AFTER[refusal]
  return c.json(body, STATUS[refusal], {
    'content-language': lang,
    ...(again !== undefined && { 'retry-after': String(again) }),
  })
}
