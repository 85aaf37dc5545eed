import { can, type Role } from '@withy/shared/access'
import { type Copies, type CopyChange, changeCopies, getCopies, LIMIT, listCopyLinks } from '@withy/shared/api'
import { sectionsChosen } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import type { Site } from '../http/origin.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Secrets } from '../http/secrets.ts'
import type { Live } from '../live/live.ts'
import { newId } from '../random.ts'
import type { CopyNote, CopyStore } from '../storage/copies.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { SealedVersions, SealedWhole } from '../versions/sealed.ts'
import { holdersOf, type Known } from './holders.ts'

export type CopiesNeeds = {
  readonly store: CopyStore & Pick<PeopleStore, 'peopleOf'>
  readonly sealed: Pick<SealedVersions, 'at'>
  readonly secrets: Pick<Secrets, 'link'>
  readonly site: Pick<Site, 'origin'>
  readonly live: Pick<Live, 'tell'>
  readonly now?: () => number
}

/** Whoever leads a room sees to it that nobody leaves without a copy. */
const leads = (role: Role): boolean => can(role, 'run-workshop')

/** Who wants and has which copy of a sealed version (SPEC EXPORT-92 to EXPORT-94). */
export function copiesRoutes(
  routes: Routes,
  { store, sealed, secrets, site, live, now = Date.now }: CopiesNeeds,
): void {
  const linkOf = (id: string) => `${site.origin}/copy/${secrets.link('copy', id, 0)}`

  async function versionAt(plan: string, number: string): Promise<SealedWhole> {
    const version = await sealed.at(plan, number)
    if (!version) throw refuse('not-found')
    return version
  }

  async function knownIn(plan: string): Promise<Known[]> {
    const people = await store.peopleOf(plan)
    const called = toldApart(people)
    return people.map(({ id, name }) => ({ id, name: called.get(id) ?? name }))
  }

  async function copiesFor(plan: string, number: number, me: string, role: Role): Promise<Copies> {
    const [notes, people] = await Promise.all([store.copyNotesOf(plan, number), knownIn(plan)])
    const holders = holdersOf(notes, people, { me, linkOf })
    const mine = holders.find(({ person }) => person === me)
    if (!mine) throw refuse('not-found')
    return { mine, everyone: leads(role) ? holders : null }
  }

  serve(routes, getCopies, async ({ plan, me, role, param }) => {
    const { record } = await versionAt(plan, param('number'))
    return copiesFor(plan, record.number, me, role)
  })

  serve(routes, listCopyLinks, async ({ plan, param }) => {
    const links = await store.copyLinksOf(plan, param('person'))
    return {
      links: links.map(({ id, number, lang, sections, at }) => ({
        ...{ id, number, lang: lang ?? 'en', isPart: sections !== null },
        at: new Date(at).toISOString(),
      })),
    }
  })

  serve(routes, changeCopies, async ({ plan, me, role, body, param }) => {
    const version = await versionAt(plan, param('number'))
    const { number } = version.record
    const [people, notes] = await Promise.all([knownIn(plan), store.copyNotesOf(plan, number)])
    const asker = people.find(({ id }) => id === me)
    if (!asker) throw refuse('not-found')
    const note = noteOf(body, { asker, people, notes, version, leads: leads(role) })
    // Nobody fills alone what all need. Who leads notes for everybody, and a link can always be taken back.
    const isOften = notes.filter(({ by }) => by === me).length >= LIMIT.copyNotesPerPerson
    if (isOften && !leads(role) && note.does !== 'ended') throw refuse('copies-full')
    const put = { ...note, id: newId(), at: now(), by: me, byName: asker.name }
    if ((await store.noteCopy(plan, number, put, LIMIT.copyNotesPerVersion)) === 'full') throw refuse('copies-full')
    // Whose turn it is to look is in nobody else's message: each page asks again for its own person.
    if (note.does === 'reminded') live.tell(plan, { type: 'agreement' })
    return copiesFor(plan, number, me, role)
  })
}

type Asking = {
  readonly asker: Known
  readonly people: readonly Known[]
  readonly notes: readonly CopyNote[]
  readonly version: SealedWhole
  readonly leads: boolean
}

/** What is noted. Refuses with `not-allowed` what is about others and is asked by who does not lead. */
function noteOf(body: CopyChange, asking: Asking): Omit<CopyNote, 'id' | 'at' | 'by' | 'byName'> {
  const { notes, leads } = asking
  const nothing = { form: null, lang: null, sections: null, of: null }
  if (body.do === 'end-link') {
    const link = notes.find(({ id, does }) => id === body.id && does === 'link')
    if (!link) throw refuse('not-found')
    if (!leads && link.person !== asking.asker.id) throw refuse('not-allowed')
    return { ...nothing, does: 'ended', person: link.person, name: link.name, of: link.id }
  }
  if (body.do === 'put-away') return { ...nothing, ...outsideOf(body, asking), does: 'away' }
  const whom = whomOf(body, asking)
  if (body.do === 'remind') return { ...nothing, ...whom, does: 'reminded' }
  const { lang } = body
  if (body.do === 'want') return { ...nothing, ...whom, does: 'wants', form: body.form, lang }
  const sections = chosen(body.sections, asking.version)
  if (body.do === 'link') return { ...nothing, ...whom, does: 'link', form: 'link', lang, sections }
  // That somebody was handed one is said by who handed it over.
  if (!leads) throw refuse('not-allowed')
  return { ...nothing, ...whom, does: 'gave', form: body.form, lang, sections }
}

/** Somebody who is not in the plan, and was given a copy. Refuses while a link of theirs works: nobody could take it back. */
function outsideOf({ person, name }: Whom, { people, notes, leads }: Asking) {
  if (!leads) throw refuse('not-allowed')
  const theirs = notes.filter((note) =>
    person === undefined ? !note.person && note.name === name : note.person === person,
  )
  const [first] = theirs
  if (!first || people.some(({ id }) => id === person)) throw refuse('not-found')
  const over = new Set(notes.map(({ of }) => of))
  if (theirs.some(({ does, id }) => does === 'link' && !over.has(id))) throw refuse('bad-request')
  return { person: first.person, name: first.name }
}

type Whom = { readonly person?: string | undefined; readonly name?: string | undefined }

function whomOf(body: Whom, { asker, people, leads }: Asking) {
  if (body.person === undefined && body.name === undefined) return { person: asker.id, name: asker.name }
  if (!leads && body.person !== asker.id) throw refuse('not-allowed')
  if (body.person === undefined) return { person: null, name: body.name ?? '' }
  const found = people.find(({ id }) => id === body.person)
  if (!found) throw refuse('not-found')
  return { person: found.id, name: found.name }
}

/** Sections of this version, each once, in its order. Null: all of them. */
function chosen(wanted: readonly string[] | undefined, { edition }: SealedWhole): readonly string[] | null {
  if (!wanted) return null
  const found = sectionsChosen(edition, wanted)
  if (found.length === 0) throw refuse('bad-request')
  return found
}
