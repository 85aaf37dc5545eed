import * as z from 'zod/mini'
import { ROLES, VOICES } from '../access/roles.ts'
import type { TalkChanged } from './talk.ts'
import type { IdeasChanged, WorkshopNow } from './workshop.ts'

/** Someone of the plan as everyone in it sees them. `colour` is 0-9, `cameBy` how they got in; `seat`: the person a support plan is about. */
export const person = z.object({
  id: z.string(),
  name: z.string(),
  voice: z.enum(VOICES),
  role: z.enum(ROLES),
  colour: z.int().check(z.minimum(0), z.maximum(9)),
  cameBy: z.enum(['started', 'link', 'code', 'seat', 'example']),
  joinedAt: z.string(),
  seat: z.boolean(),
})
export type Person = z.infer<typeof person>

/** All that the server says to a room besides the document. */
export type RoomMessage =
  /** The plan's people changed: all of them, as they are now. */
  | { readonly type: 'people'; readonly people: Person[] }
  /** The facilitator chose a section for the room screen, or none. */
  | { readonly type: 'shown'; readonly section: string | null }
  | { readonly type: 'renamed'; readonly title: string }
  /** In which language the plan's words are; null: nobody says it any more. */
  | { readonly type: 'language'; readonly lang: string | null }
  /** Test answers changed: ask for them again (what each person may see differs). */
  | { readonly type: 'tests' }
  /** The same of "did it happen?" about the plan's actions. */
  | { readonly type: 'follow-ups' }
  /** The words the plan explains changed: ask for them again. */
  | { readonly type: 'glossary' }
  /** Somebody's card "How I communicate" changed: who may read them asks again. */
  | { readonly type: 'cards' }
  /** Who said words that another typed changed: ask for it again (what each person may see differs). */
  | { readonly type: 'said' }
  /** A photo was taken away for good: no page draws it any more. */
  | { readonly type: 'photo-removed'; readonly photo: string }
  | TalkChanged
  /** Where the plan is with being agreed changed: ask for it again (what each person may see differs). */
  | { readonly type: 'agreement' }
  /** The plan was just sealed, as this version. */
  | { readonly type: 'sealed'; readonly number: number }
  /** To one page: the person it said it types for is not in the plan, and is not said to be typed for. */
  | { readonly type: 'not-typing-for'; readonly person: string }
  /**
   * The workshop of the plan that is open, as everybody may see it; null: none is. `changed`: of its ideas; whoever knows another
   * `from` asks for all of them.
   */
  | { readonly type: 'workshop'; readonly now: WorkshopNow | null; readonly changed: IdeasChanged | null }
  /** A workshop that is not open yet was changed by this person of the plan: whoever has it before them asks for it again. */
  | { readonly type: 'workshop-prepared'; readonly workshop: string; readonly rev: number; readonly by: string }
