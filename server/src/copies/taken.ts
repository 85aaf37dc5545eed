import { type CopyForm, LIMIT } from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import { newId } from '../random.ts'
import type { CopyStore } from '../storage/copies.ts'
import type { PeopleStore } from '../storage/people.ts'

type TakenNeeds = {
  readonly store: CopyStore & Pick<PeopleStore, 'peopleOf'>
  readonly now?: () => number
}

/** A file that was made for somebody. */
export type TakenFile = {
  readonly form: CopyForm
  readonly lang: Language
  readonly sections?: readonly string[]
}

/**
 * Notes that somebody took a copy as a file. The same one again is no news; where no more can be noted, they have their file all
 * the same (SPEC EXPORT-93).
 */
export const createNoteTaken =
  ({ store, now = Date.now }: TakenNeeds) =>
  async (plan: string, number: number, me: string, { form, lang, sections }: TakenFile): Promise<void> => {
    const [notes, people] = await Promise.all([store.copyNotesOf(plan, number), store.peopleOf(plan)])
    const chosen = sections ?? null
    const same = JSON.stringify([me, form, lang, chosen])
    const taken = notes.filter(({ does }) => does === 'took')
    if (taken.some((note) => JSON.stringify([note.person, note.form, note.lang, note.sections]) === same)) return
    if (taken.filter(({ by }) => by === me).length >= LIMIT.copyNotesPerPerson) return
    const name = toldApart(people).get(me) ?? ''
    const note = { id: newId(), does: 'took', person: me, name, form, lang, sections: chosen, of: null } as const
    await store.noteCopy(plan, number, { ...note, at: now(), by: me, byName: name }, LIMIT.copyNotesPerVersion)
  }
