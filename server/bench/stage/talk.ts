import { answerThread, type Endpoint, getPlan, getWords, readTalk, startThread, suggest } from '@withy/shared/api'
import type { Plan, RichText } from '@withy/shared/plan'
import { ask, type Someone } from './people.ts'
import type { Withy } from './withy.ts'

const THREADS = 300
const COMMENTS = 500
const SUGGESTIONS = 50
const PLACE = { box: 'place.where', item: null, field: null, words: null }
/** About what fits on a card. */
const SAID = 'The bus does not stop there on Sundays. Could we ask the people of the parish hall about it?'
const QUOTED = { quote: 'the people of the street', before: 'so said ', after: ' in week five' }

/** What people say about a plan, over the API. */
export function talkOf(withy: Withy, plan: string) {
  const asks = (person: Someone, how: Endpoint, body?: object, thread = '') =>
    ask(withy, person, how, how.path.replace(':plan', plan).replace(':thread', thread), body)

  const begin = (person: Someone, id: string, words: object | null = null) => {
    const said = { id: `first-of-${id}`, words: SAID, mentions: [] }
    return asks(person, startThread, { id, kind: 'comment', place: { ...PLACE, words }, said })
  }

  async function comment(by: (n: number) => Someone) {
    const { epoch } = getPlan.answer.parse(await (await asks(by(0), getPlan)).json())
    const at = (n: number) => Buffer.alloc(12, n).toString('base64')
    for (let n = 0; n < THREADS; n += 1)
      await begin(by(n), `thread-${n}`, { ...QUOTED, epoch, from: at(n), to: at(n + 1) })
    for (let n = THREADS; n < COMMENTS; n += 1)
      await asks(by(n), answerThread, { id: `answer-${n}`, words: SAID, mentions: [] }, `thread-${n - THREADS}`)
  }

  /** Each for another paragraph. */
  async function offer(by: (n: number) => Someone) {
    const words = getWords.answer.parse(await (await asks(by(0), getWords)).json()).plan as Plan
    const texts = Object.entries(words.boxes).flatMap(([box, content]) =>
      content.type === 'text' ? [{ box, was: content.text }] : [],
    )
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
    /** Five hundred comments and fifty suggestions, each by somebody else than the one before. */
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
