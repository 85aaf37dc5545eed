import {
  answerThread,
  type Endpoint,
  getPlan,
  getWords,
  LIMIT,
  readTalk,
  startThread,
  suggest,
} from '@withy/shared/api'
import { anchorWords, type Plan, type RichText, sentenceSpans, textRoot } from '@withy/shared/plan'
import type { TalkPlace } from '@withy/shared/protocol'
import { ask, type Someone } from './people.ts'
import type { Withy } from './withy.ts'
import { openWriter } from './writer.ts'

const THREADS = 300
const COMMENTS = 500
const SUGGESTIONS = 50
const PLACE = { box: 'place.where', item: null, field: null, words: null }
const ROOM = { quote: LIMIT.quote, around: LIMIT.quoteAround }
/** About what fits on a card. */
const SAID = 'The bus does not stop there on Sundays. Could we ask the people of the parish hall about it?'

/** What people say about a plan, over the API. */
export function talkOf(withy: Withy, plan: string) {
  const asks = (person: Someone, how: Endpoint, body?: object, thread = '') =>
    ask(withy, person, how, how.path.replace(':plan', plan).replace(':thread', thread), body)

  const begin = (person: Someone, id: string, place: TalkPlace = PLACE) => {
    const said = { id: `first-of-${id}`, words: SAID, mentions: [] }
    return asks(person, startThread, { id, kind: 'comment', place, said })
  }

  async function textBoxes(person: Someone) {
    const words = getWords.answer.parse(await (await asks(person, getWords)).json()).plan as Plan
    return Object.entries(words.boxes).flatMap(([box, content]) =>
      content.type === 'text' ? [{ box, was: content.text }] : [],
    )
  }

  /** Sentences of all the texts, one text after the other and round again, as a page marks them. */
  async function sentencePlaces(person: Someone): Promise<TalkPlace[]> {
    const { epoch } = getPlan.answer.parse(await (await asks(person, getPlan)).json())
    const { doc, close } = await openWriter(withy, plan, person)
    const texts = (await textBoxes(person)).map(({ box }) => {
      const root = textRoot(doc, box)
      const spans = sentenceSpans(root)
      return spans.flatMap((span) => {
        const words = anchorWords(root, span, ROOM)
        return words ? [{ ...PLACE, box, words: { ...words, epoch } }] : []
      })
    })
    close()
    const most = Math.max(...texts.map(({ length }) => length))
    return Array.from({ length: most }, (_, n) => texts.flatMap((places) => places[n] ?? [])).flat()
  }

  async function comment(by: (n: number) => Someone) {
    const places = await sentencePlaces(by(0))
    for (let n = 0; n < THREADS; n += 1) await begin(by(n), `thread-${n}`, places[n % places.length])
    for (let n = THREADS; n < COMMENTS; n += 1)
      await asks(by(n), answerThread, { id: `answer-${n}`, words: SAID, mentions: [] }, `thread-${n - THREADS}`)
  }

  /** Each for another paragraph. */
  async function offer(by: (n: number) => Someone) {
    const texts = await textBoxes(by(0))
    const places = texts.flatMap(({ box, was }) =>
      was.flatMap((block, at) => ('runs' in block ? [{ box, was, at }] : [])),
    )
    for (let n = 0; n < SUGGESTIONS; n += 1) {
      const place = places[Math.floor((n * places.length) / SUGGESTIONS)]
      if (!place) throw new Error('The plan has no words.')
      const { box, was, at } = place
      const body = { id: `suggestion-${n}`, place: { ...PLACE, box }, was, proposed: withMore(was, at), why: SAID }
      await asks(by(n), suggest, body)
    }
  }

  return {
    begin,
    async read(person: Someone): Promise<Buffer> {
      return Buffer.from(await (await asks(person, readTalk)).arrayBuffer())
    },
    /** Five hundred comments about sentences of all its texts and fifty suggestions, each by somebody else than the one before. */
    async fill(people: readonly Someone[]) {
      const by = (n: number) => people[n % people.length] as Someone
      await comment(by)
      await offer(by)
    },
  }
}

/** The text with some words more at the end of one block. */
function withMore(text: RichText, at: number): RichText {
  const more = [{ text: ' Or so most of us say.' }]
  return text.map((block, n) => (n === at && 'runs' in block ? { ...block, runs: [...block.runs, ...more] } : block))
}
