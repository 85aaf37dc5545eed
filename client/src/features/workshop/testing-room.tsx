import type { Desk, Steering, Taking } from '@withy/shared/api'
import type { AgendaStep, IdeaShown, StepKind, WorkshopNow } from '@withy/shared/protocol'
import type { ReactNode } from 'react'
import { onDesk } from '../../live/testing-desk.tsx'
import { openTexts } from '../../text/language.ts'
import type { Known } from './known.ts'
import { WorkshopProvider } from './use-workshop.ts'

/** A step as a shape gives it. Its id is its kind. */
export const stepOf = (kind: StepKind, more: Partial<AgendaStep> = {}): AgendaStep => ({
  ...{ id: kind, kind, title: '', question: '', minutes: 10, section: null, dots: 3, shown: false, stage: 'alone' },
  ...more,
})

/** A workshop with nobody in it that has been opened and is in no step. */
export const nowOf = (more: Partial<WorkshopNow> = {}): WorkshopNow => ({
  id: 'w',
  rev: 1,
  stage: 'open',
  title: 'May',
  chair: 'Anna',
  ground: { decide: '', advise: '', cannot: '', decided: '', rules: '', pay: '' },
  steps: [],
  step: null,
  since: 0,
  more: 0,
  people: 0,
  ideas: 0,
  answered: 0,
  lights: { stop: 0, slow: 0, agree: 0 },
  lowered: 0,
  round: [],
  results: null,
  chosen: {},
  asked: [],
  caption: '',
  frozen: false,
  called: null,
  ...more,
})

export const ideaOf = (id: string, words: string, more: Partial<IdeaShown> = {}): IdeaShown => ({
  ...{ id, step: 'silent', words, by: 'Rosa', typedBy: null, group: null, parked: false },
  ...{ fate: null, why: '', places: [], reworded: '', isOffered: false },
  ...more,
})

export const deskOf = (more: Partial<Desk> = {}): Desk => ({
  ...{ people: [], chair: 'me', authors: {}, goneSteps: [], hidden: [], ready: [], lobby: false, met: [], note: '' },
  ...more,
})

export const sat = (id: string, name: string, more: Partial<Desk['people'][number]> = {}): Desk['people'][number] => ({
  ...{ id, person: id, own: true, name, voice: 'resident', waiting: false, light: null, lightAt: 0, needs: null },
  ...more,
})

type Room = Partial<Pick<Known, 'ideas' | 'groups' | 'mine'>> & {
  readonly now?: Partial<WorkshopNow>
  readonly desk?: Partial<Desk> | null
}

/**
 * Draws a part of a workshop's page as a facilitator has it. `said` is what was sent to the server; where `server.refuses` is
 * set it takes nothing and throws that.
 */
export async function inRoom(
  children: ReactNode,
  { now, desk, ideas = [], groups = [], mine = null }: Room = {},
  onPlan: Parameters<typeof onDesk>[1] = {},
) {
  await openTexts('workshop')
  const said: (Steering | Taking)[] = []
  const server: { refuses: Error | null } = { refuses: null }
  const send = async (command: Steering | Taking) => {
    said.push(command)
    if (server.refuses) throw server.refuses
  }
  const known = { now: nowOf(now), desk: desk === null ? null : deskOf(desk), ideas, groups, mine }
  const room = <WorkshopProvider value={{ ...known, plan: 'p', steer: send, take: send }}>{children}</WorkshopProvider>
  return { ...(await onDesk(room, { role: 'facilitator', ...onPlan })), said, server }
}
