import { render } from '@testing-library/react'
import type { Role } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import * as Y from 'yjs'
import { DeskProvider } from './desk.tsx'
import { openLivePlan } from './live-plan.ts'
import { createPeer } from './testing-peer.ts'

export const personOf = (id: string, name: string, role: Role = 'contributor'): Person => ({
  id,
  name,
  voice: 'resident',
  role,
  colour: 0,
  cameBy: 'link',
  joinedAt: '2026-06-14T10:00:00Z',
  seat: false,
})

type OnDesk = {
  readonly role?: Role
  readonly kind?: PlanKind
  readonly fill?: (doc: Y.Doc) => void
  readonly more?: readonly Person[]
  /** Whether it is about who looks at it. */
  readonly seat?: boolean
  /** Whether a workshop of the plan was. */
  readonly hadWorkshop?: boolean
  /** In which language its words are. */
  readonly lang?: string
  /** Whether the server takes sockets yet: else the plan is opening. */
  readonly up?: boolean
  /** The section that was chosen for the room screen. */
  readonly shown?: string
  /** What else is known of who looks at it. */
  readonly me?: Partial<Person>
}

/**
 * Draws something on an open plan: a real document over the wire protocol, with a server in memory.
 * `fill` writes the plan before it is opened; `more` are in it besides. `others` is somebody else's copy: what is written there arrives here.
 */
export async function onDesk(
  children: ReactNode,
  {
    role = 'contributor',
    kind = 'area',
    fill,
    more = [],
    seat = false,
    hadWorkshop = false,
    up = true,
    lang,
    shown,
    me = {},
  }: OnDesk = {},
) {
  const peer = createPeer()
  fill?.(peer.doc)
  peer.up = up
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  await vi.waitFor(() => {
    if (up && live.link().is !== 'open') throw new Error('not open yet')
  })
  const people = [{ ...personOf('me', 'Anna', role), seat, ...me }, personOf('ben', 'Ben'), ...more]
  const facts = {
    id: 'p',
    epoch: 'e1',
    kind,
    title: 'Orchard Lane',
    lang: lang ?? null,
    me: 'me',
    people,
    former: [],
    shown: shown ?? null,
    workshop: null,
    lastWorkshop: hadWorkshop ? { id: 'w', title: 'May' } : null,
    seat: null,
  }
  const drawn = render(
    <DeskProvider live={live} facts={facts as unknown as PlanFacts}>
      {children}
    </DeskProvider>,
  )
  const others = new Y.Doc()
  const meet = () => {
    Y.applyUpdate(others, Y.encodeStateAsUpdate(live.doc), 'from here')
    Y.applyUpdate(live.doc, Y.encodeStateAsUpdate(others), 'from others')
  }
  meet()
  return { ...drawn, live, peer, doc: live.doc, others, meet }
}
