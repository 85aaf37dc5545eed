import { act } from '@testing-library/react'
import type { Mine, MyIdea, Taking } from '@withy/shared/api'
import type { AgendaStep, IdeaShown, Person, StepKind, WorkshopNow } from '@withy/shared/protocol'
import { type Dispatch, type SetStateAction, useState } from 'react'
import { vi } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { openTexts } from '../../text/language.ts'
import type { FromPage } from './from-page.ts'
import type { Known } from './known.ts'
import { type Workshop, WorkshopProvider } from './use-workshop.ts'
import { WorkshopRoom } from './workshop-room.tsx'

export const stepOf = (kind: StepKind, more: Partial<AgendaStep> = {}): AgendaStep => ({
  ...{ id: kind, kind, title: '', question: '', minutes: 10, section: null, dots: 3, shown: false, stage: 'alone' },
  ...more,
})

export const seatOf = (id: string, name: string, more: Partial<Mine['people'][number]> = {}) => ({
  ...{ id, name, voice: 'resident' as const, own: false, waiting: false },
  ...more,
})

export const ideaOf = (id: string, words: string, more: Partial<MyIdea> = {}): MyIdea => ({
  ...{ id, words, step: 'silent', by: 'Anna', typedBy: null, group: null, parked: false, fate: null, why: '' },
  ...{ places: [], reworded: '', isOffered: false, shown: false, hidden: false, offered: '' },
  ...more,
})

const NOTHING: Mine = {
  people: [seatOf('me', 'Anna', { own: true })],
  ideas: [],
  votes: [],
  lights: {},
  needs: null,
  met: null,
}

type RoomProps = {
  readonly known: Known
  readonly take: Workshop['take']
  readonly myCard: FromPage['myCard']
  readonly given: (set: Dispatch<SetStateAction<Known>>) => void
}

function Room({ known: first, take, myCard, given }: RoomProps) {
  const [known, setKnown] = useState(first)
  given(setKnown)
  return (
    <WorkshopProvider value={{ ...known, plan: 'p', take, steer: async () => {} }}>
      <main id="main">
        <WorkshopRoom
          writeIn={(section) => <p>{`Editors of ${section}`}</p>}
          myCard={myCard}
          cards={[]}
          drawCards={() => null}
          wayBack={<p>{'A way back'}</p>}
        />
      </main>
    </WorkshopProvider>
  )
}

type InRoom = {
  /** What facilitators see, for a page of one of them. */
  readonly desk?: Known['desk']
  readonly now?: Partial<WorkshopNow>
  readonly mine?: Partial<Mine>
  readonly ideas?: readonly IdeaShown[]
  readonly groups?: Workshop['groups']
  readonly role?: 'contributor' | 'viewer'
  /** People of the plan besides Anna and Ben. */
  readonly more?: readonly Person[]
  /** What the server answers first, one after the other. */
  readonly refuses?: readonly Error[]
}

let made = 0

/** The workshop of a page in a room this test steers: `tell` is what the room tells, `take` what the page has sent. */
export async function inRoom(room: InRoom = {}) {
  const { now, mine, ideas = [], groups = [], role, refuses = [], more = [], desk = null } = room
  await openTexts('workshop')
  made += 1
  const steps = now?.steps ?? [stepOf('silent'), stepOf('gather')]
  const first: WorkshopNow = {
    ...{ id: `w${made}`, rev: 1, stage: 'open', title: 'Our hall', chair: 'Farah', steps, step: steps[0]?.id ?? null },
    ...{ ground: { decide: '', advise: '', cannot: '', decided: '', rules: '', pay: '' } },
    ...{ since: Date.now(), more: 0, people: 3, ideas: 0, answered: 0, lights: { stop: 0, slow: 0, agree: 0 } },
    ...{ round: [], results: null, asked: [], caption: '', frozen: false, called: null, chosen: {}, lowered: 0 },
    ...now,
  }
  const take = vi.fn(async (_said: Taking) => {})
  for (const refusal of refuses) take.mockRejectedValueOnce(refusal)
  const myCard = vi.fn<FromPage['myCard']>(() => <p>{'My card'}</p>)
  let set: Dispatch<SetStateAction<Known>> = () => {}
  const known: Known = { now: first, ideas: [...ideas], groups, mine: { ...NOTHING, ...mine }, desk }
  const drawn = await onDesk(
    <Room {...{ known, take, myCard }} given={(next) => (set = next)} />,
    role ? { role, more } : { more },
  )
  return {
    ...drawn,
    take,
    myCard,
    workshop: first.id,
    know: (more: Partial<Known>) => act(() => set((before) => ({ ...before, ...more }))),
    tell: (more: Partial<WorkshopNow>) =>
      act(() => set((before) => ({ ...before, now: { ...before.now, rev: before.now.rev + 1, ...more } }))),
    answer: (more: Partial<Mine>) =>
      act(() => set((before) => ({ ...before, mine: { ...NOTHING, ...before.mine, ...more } }))),
  }
}
