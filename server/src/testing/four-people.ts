import type { Role } from '@withy/shared/access'
import type { Talk } from '@withy/shared/api'
import { addItem } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import * as Y from 'yjs'
import { lettersAt, type WordsPlace, wordingAt } from './letters-of.ts'
import { openWithy } from './open-withy.ts'
import { invites, joins, joinsAs, type Member, pathOf, starts } from './people.ts'
import { createTalkBooks } from './talk-books.ts'
import { type Chance, otherWords, typesIn } from './types-anything.ts'
import { createWatch } from './watched-withy.ts'

const [LIST, ITEM] = ['living-map.do', 'one']
const PLACES: readonly WordsPlace[] = [
  { box: 'place.where', item: null, field: null },
  { box: LIST, item: ITEM, field: 'what' },
]

/** Ann writes nothing herself: others type what she says. Sue only suggests. The plan is Cat's. */
const ROLES = { ann: 'viewer', ben: 'contributor', cat: 'owner', sue: 'suggester' } as const
type Name = keyof typeof ROLES
const NAMES = Object.keys(ROLES) as Name[]
const WRITERS = ['ben', 'cat'] as const

type Person = {
  member: Member
  isIn: boolean
  readonly doc: Y.Doc
  /** What they typed and nobody has yet, and for whom they said it was. */
  readonly sends: { readonly update: Uint8Array; readonly saidFor: Name | null }[]
  readonly gets: Uint8Array[]
}

/** Four people with a page of a plan each, on a slow network, the real server between them, and books of all they do. */
export async function fourPeople() {
  let withy = await openWithy()
  const owner = await starts(withy, { name: 'cat' })
  const { plan } = owner
  const people = new Map<Name, Person>()
  for (const [n, name] of NAMES.entries()) {
    const member = name === 'cat' ? owner : await joinsAs(withy, owner, ROLES[name], name)
    const doc = new Y.Doc()
    doc.clientID = n + 1
    people.set(name, { member, isIn: true, doc, sends: [], gets: [] })
  }
  const personOf = (name: Name) => people.get(name) as Person
  const idOf = (name: Name) => personOf(name).member.id
  const nameOf = (id: string) => NAMES.find((name) => idOf(name) === id)
  const cat = () => personOf('cat').member
  const path = (more: string) => `/api/plans/${plan}/talk${more}`

  const books = createTalkBooks(PLACES)
  const watching = createWatch({
    plan,
    books,
    roles: (): ReadonlyMap<string, Role> =>
      new Map(NAMES.filter((name) => personOf(name).isIn).map((name) => [idOf(name), ROLES[name]])),
    passOn(update) {
      for (const { gets } of people.values()) gets.push(update)
    },
  })
  let asked = 0

  const first = new Y.Doc()
  addItem(first, { key: LIST, shape: 'action', id: ITEM, cells: { what: '' } })
  const { epoch } = await withy.live.parts(plan)
  await withy.live.write(plan, idOf('cat'), { epoch, update: Y.encodeStateAsUpdate(first) })
  await watching.watch(withy)
  for (const { doc, sends } of people.values()) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') sends.push({ update, saidFor: origin as Name | null })
    })
  }

  /** What somebody typed first comes to the server. Nothing does while they are out. */
  async function sends(name: Name) {
    const { doc, sends, isIn, member } = personOf(name)
    const sent = isIn ? sends.shift() : undefined
    if (!sent) return
    const saidFor = sent.saidFor && personOf(sent.saidFor).isIn ? idOf(sent.saidFor) : null
    const writers = new Map([[doc.clientID, { person: member.id, saidFor }]])
    await withy.live.write(plan, member.id, { epoch, update: sent.update, writers })
  }

  async function says(name: Name, { id }: Suggestion, accept: string[], keep: string[]) {
    const { member } = personOf(name)
    const takeBack = books.saysYes({ id }, accept, member.id)
    const { status } = await member.ask('PUT', path(`/suggestions/${id}/decisions`), { accept, keep })
    if (status === 200) books.saidNo({ id }, keep)
    // Where the server died it may be done.
    else if (status !== 500) takeBack()
  }

  const suggestions = async () => (await cat().gets<Talk>('GET', path(''))).suggestions
  const undecided = ({ changes }: Suggestion) => changes.filter(({ fate }) => fate === null)
  const some = async (chance: Chance) => {
    const open = (await suggestions()).filter((one) => undecided(one).length > 0)
    return open[chance(Math.max(1, open.length))]
  }

  /** Everybody whose words they are, or else a writer, says yes to changes, one after the other. */
  async function allSayYes(chance: Chance) {
    const found = await some(chance)
    if (!found) return
    const waiting = undecided(found).filter(() => chance(4) > 0)
    const needed = [...new Set(waiting.flatMap(({ needs }) => needs))].map(nameOf)
    for (const name of needed) {
      const theirs = waiting.filter(({ needs }) => name && needs.includes(idOf(name)))
      if (name)
        await says(
          name,
          found,
          theirs.map(({ id }) => id),
          [],
        )
    }
    const free = waiting.filter(({ needs }) => needs.length === 0).map(({ id }) => id)
    if (free.length > 0) await says(WRITERS[chance(2)] as Name, found, free, [])
  }

  const does = {
    types(n: number, chance: Chance) {
      const { doc } = personOf(WRITERS[n % WRITERS.length] as Name)
      const saidFor = ([null, null, 'ann', 'ann', 'sue'] as const)[chance(5)] ?? null
      const before = PLACES.flatMap((place) => lettersAt(doc, place))
      doc.transact(() => typesIn(doc, PLACES[chance(PLACES.length)] as WordsPlace, chance), saidFor)
      const stay = new Set(PLACES.flatMap((place) => lettersAt(doc, place)).map(({ id }) => id))
      books.cuts(before.filter(({ id }) => !stay.has(id)))
    },
    sends: (n: number) => sends(NAMES[n] as Name),
    gets(n: number, chance: Chance) {
      const { doc, gets } = personOf(NAMES[n] as Name)
      const [update] = gets.splice(chance(Math.max(1, gets.length)), 1)
      if (update) Y.applyUpdate(doc, update, 'network')
    },
    /** Somebody offers other words for those on their own page. */
    async suggests(n: number, chance: Chance) {
      const { doc, gets, member } = personOf(NAMES[n] as Name)
      if (chance(3) > 0) for (const update of gets.splice(0)) Y.applyUpdate(doc, update, 'network')
      const place = PLACES[chance(PLACES.length)] as WordsPlace
      const was = wordingAt(doc, place)
      const sent = { id: `suggestion-${asked++}`, place: { ...place, words: null }, was, why: '' }
      await member.ask('POST', path('/suggestions'), { ...sent, proposed: otherWords(was, chance) })
    },
    /** Whoever it is says something to some changes, be they asked or not. */
    async decides(n: number, chance: Chance) {
      const found = await some(chance)
      const ids = (found ? undecided(found) : []).filter(() => chance(4) > 0).map(({ id }) => id)
      const accept = ids.filter(() => chance(6) > 0)
      const keep = ids.filter((id) => !accept.includes(id))
      if (found) await says(NAMES[n] as Name, found, accept, keep)
    },
    allSayYes: (_: number, chance: Chance) => allSayYes(chance),
    /** Two say opposite things at once. */
    async disagree(n: number, chance: Chance) {
      const found = await some(chance)
      if (!found) return
      const ids = undecided(found).map(({ id }) => id)
      const needed = undecided(found)[0]?.needs.map(nameOf) ?? []
      const [one = NAMES[n] as Name, other = one] = needed
      await Promise.all([says(one, found, ids, []), says(other, found, [], ids)])
    },
    /** Somebody types just before a yes changes the plan. */
    async holdsUp(n: number, chance: Chance) {
      const name = WRITERS[n % WRITERS.length] as Name
      await does.suggests(3, chance)
      does.types(n, chance)
      watching.before(() => sends(name))
      await allSayYes(chance)
    },
    /** Somebody is taken out of the plan, or comes back. */
    async goes(n: number) {
      const name = NAMES[n] as Name
      const person = personOf(name)
      if (name === 'cat') return
      if (person.isIn) await cat().gets('DELETE', pathOf(cat(), person.member))
      else person.member = await joins(person.member, await invites(cat(), { role: ROLES[name] }), { name })
      person.isIn = !person.isIn
    },
    /** The server ends and begins anew on the same data, perhaps in the middle of a decision. */
    async restarts(n: number, chance: Chance) {
      await does.suggests(n, chance)
      // What was broken off before is mended by then.
      await suggestions()
      watching.dies((['before', 'after', 'after'] as const)[chance(4)] ?? null)
      await allSayYes(chance)
      watching.dies(null)
      withy = await withy.reopen()
      await watching.watch(withy)
      for (const person of people.values())
        person.member = { ...person.member, ...withy.device(undefined, person.member.cookie()) }
    },
  }

  /** Until everybody has everything. */
  async function settle() {
    for (const name of NAMES) {
      if (!personOf(name).isIn) await does.goes(NAMES.indexOf(name))
      while (personOf(name).sends.length > 0) await sends(name)
    }
    for (const { doc, gets } of people.values())
      for (const update of gets.splice(0).reverse()) Y.applyUpdate(doc, update, 'network')
  }

  return {
    does,
    settle,
    books,
    counts: watching.counts,
    /** All there were, mended where something was broken off. */
    async rows() {
      await suggestions()
      return withy.store.suggestionsOf(plan)
    },
    server: () => withy.live.current(plan),
    see: watching.see,
    record: () => watching.record(withy),
    docs: () => Array.from(people.values(), ({ doc }) => doc),
    close: () => withy.close(),
  }
}

export type Does = keyof Awaited<ReturnType<typeof fourPeople>>['does']
