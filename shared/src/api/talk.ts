import * as z from 'zod/mini'
import { isVisible, withoutHalves } from '../plan/index.ts'
import type { AnsweredInShort, Suggestion, TalkThread } from '../protocol/talk.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { words } from './plans.ts'
import { knownId, lines, madeId } from './workshop-commands.ts'

/** What it means is the business of whoever draws it: nothing but where a mark is drawn rests on it. */
const position = z.string().check(z.regex(/^[A-Za-z0-9+/=]{1,200}$/))

const cutWords = (max: number) => z.string().check(z.overwrite(withoutHalves), z.maxLength(max))

const quoted = z.object({
  quote: cutWords(LIMIT.quote).check(z.minLength(1)),
  before: cutWords(LIMIT.quoteAround),
  after: cutWords(LIMIT.quoteAround),
  from: position,
  to: position,
  epoch: knownId,
})

const talkPlace = z.object({
  box: knownId,
  item: z.nullable(knownId),
  field: z.nullable(knownId),
  words: z.nullable(quoted),
})

/** A comment as it is written. `mentions`: people of the plan it is meant for. */
const said = z.object({
  id: madeId,
  words: lines(LIMIT.comment).check(z.refine(isVisible)),
  mentions: z.array(knownId).check(z.maxLength(LIMIT.mentions)),
})
export type SaidInTalk = z.infer<typeof said>

/** What this says is not checked here but made here: the server reads it from its own rows. */
const thread = z.custom<TalkThread>()
const suggestion = z.custom<Suggestion>()
const inShort = z.custom<AnsweredInShort>()

const talk = z.object({
  /** Goes up by one with each change of a plan's talk; a message tells its own. */
  seq: z.int(),
  threads: z.array(thread),
  /** Those that something is open of; the others are `answered`, without their words. */
  suggestions: z.array(suggestion),
  answered: z.array(inShort),
  /** Threads of the asker's that have no name. */
  mine: z.array(z.string()),
})
export type Talk = z.infer<typeof talk>

const SAYING = ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'comment-too-long', 'mentions-many'] as const

export const readTalk = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/talk',
  does: 'Gives the comments about a plan, and the other words that were suggested; of those that were answered only how many there are.',
  needs: 'read',
  answer: talk,
  refusals: ['sign-in', 'not-found', 'too-busy'],
})

export const readAnswered = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/talk/boxes/:box/answered',
  does: 'Gives the suggestions about a box of a plan that were answered, with the words before and after and what became of them.',
  needs: 'read',
  answer: z.object({ suggestions: z.array(suggestion) }),
  refusals: ['sign-in', 'not-found', 'too-busy'],
})

export const startThread = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/talk/threads',
  does: 'Says something about a box, an item or some words of a plan, or asks what words mean. The plan is not changed.',
  needs: 'comment',
  body: z
    .object({
      ...{ id: madeId, kind: z.enum(['comment', 'meaning']), place: talkPlace },
      said: z.extend(said, { words: lines(LIMIT.comment, 0) }),
    })
    // "What does that mean?" needs no words: everybody reads the question in their own language.
    .check(z.refine(({ kind, said: { words } }) => isVisible(words) || (kind === 'meaning' && words === ''))),
  answer: z.object({ thread }),
  refusals: [...SAYING, 'talk-full', 'talk-yours-full', 'plan-put-back'],
})

export const answerThread = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/talk/threads/:thread/comments',
  does: 'Answers in a thread. One that was settled is open again.',
  needs: 'comment',
  body: said,
  answer: z.object({ thread }),
  refusals: [...SAYING, 'talk-full', 'talk-yours-full', 'comment-gone'],
})

export const editComment = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/talk/threads/:thread/comments/:comment',
  does: 'Changes the words of one’s own comment.',
  needs: 'comment',
  body: z.omit(said, { id: true }),
  answer: z.object({ thread }),
  refusals: [...SAYING, 'comment-gone'],
})

export const removeComment = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/talk/threads/:thread/comments/:comment',
  does: 'Removes the words of one’s own comment; that there was one stays.',
  // Also for who may not comment any more: their words are theirs.
  needs: 'read',
  answer: z.object({ thread }),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'comment-gone'],
})

export const settleThread = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/talk/threads/:thread/settled',
  does: 'Says that a thread is settled, or opens it again.',
  needs: 'comment',
  body: z.object({ settled: z.boolean() }),
  answer: z.object({ thread }),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'comment-gone'],
})

export const explainAsked = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/talk/threads/:thread/meaning',
  does: 'Explains words somebody asked about: the plan’s own list of words has it then, and the thread is settled.',
  needs: 'write',
  body: z.object({ word: words(LIMIT.title), meaning: lines(LIMIT.why) }),
  answer: z.object({ thread }),
  refusals: [
    ...['sign-in', 'not-found', 'not-allowed', 'bad-request', 'comment-gone', 'question-settled'],
    ...['word-there', 'glossary-full'],
  ] as const,
})

/** A text box as rich text, or a cell of words as its letters. Read and checked by the server before anything is done with it. */
const wording = z.union([z.string(), z.array(z.unknown())])

export const suggest = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/talk/suggestions',
  does: 'Offers other words for a text box or a cell of words. The plan is not changed.',
  needs: 'suggest',
  /** `was`: the words it was made from, `proposed`: what they would read like. */
  body: z.object({ id: madeId, place: talkPlace, was: wording, proposed: wording, why: lines(LIMIT.why, 0) }),
  bytes: LIMIT.suggestionBytes,
  answer: z.object({ suggestion }),
  refusals: [
    ...['sign-in', 'not-found', 'not-allowed', 'bad-request', 'talk-full', 'plan-unreadable', 'too-busy'],
    ...['words-changed', 'nothing-suggested', 'suggestion-too-long', 'talk-yours-full', 'suggestions-waiting-many'],
  ] as const,
})

export const decideSuggestion = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/talk/suggestions/:suggestion/decisions',
  does: 'Accepts some changes of a suggestion, as an edit of the plan, and keeps the words of others.',
  needs: 'read',
  /** Ids of its changes; who may is SPEC TALK-22. */
  body: z.object({
    accept: z.array(knownId).check(z.maxLength(LIMIT.changesPerSuggestion)),
    keep: z.array(knownId).check(z.maxLength(LIMIT.changesPerSuggestion)),
  }),
  answer: z.object({ suggestion }),
  refusals: [
    ...['sign-in', 'not-found', 'not-allowed', 'bad-request', 'plan-unreadable', 'too-busy', 'too-large'],
    ...['suggestion-gone', 'their-words', 'already-decided', 'words-changed', 'plan-put-back'],
  ] as const,
})

export const withdrawSuggestion = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/talk/suggestions/:suggestion',
  does: 'Takes back one’s own suggestion, as far as nobody has decided about it.',
  needs: 'read',
  answer: z.object({ suggestion }),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'plan-unreadable', 'suggestion-gone'],
})
