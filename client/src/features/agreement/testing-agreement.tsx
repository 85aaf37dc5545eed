import { fireEvent, render, screen, within } from '@testing-library/react'
import type { PlanFacts, Round, RoundAnswer, Talk } from '@withy/shared/api'
import { editionOf, type Plan } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import { vi } from 'vitest'
import type { Agreement, ReadEdition } from '../../api/agreement.ts'
import { personOf } from '../../live/testing-desk.tsx'
import { NoRound } from './no-round.tsx'
import { OpenRound } from './open-round.tsx'
import { useAgreement } from './use-agreement.ts'

export const rosa: Person = { ...personOf('rosa', 'Rosa', 'owner'), voice: 'person', seat: true }
export const kofi: Person = { ...personOf('kofi', 'Kofi'), voice: 'supporter' }
export const petra: Person = { ...personOf('petra', 'Petra'), voice: 'professional' }
export const people = [rosa, kofi, petra]

export const factsOf = (me: Person, kind: 'area' | 'support' = 'support', all: readonly Person[] = people) =>
  ({ id: 'p', kind, title: 'Rosa’s plan', me: me.id, people: all, former: [] }) as unknown as PlanFacts

/** A fingerprint, told apart by its last figure. */
export const print = (figure: number): string => String(figure).padStart(64, '0')

export const answerOf = (person: string, more: Partial<RoundAnswer> = {}): RoundAnswer => ({
  ...{ person, section: null, answer: 'agree', words: '', by: null, acting: null, advocate: '' },
  ...{ at: '2026-11-20T10:00:00Z', fingerprint: print(1), ofTheseWords: true, left: false },
  ...more,
})

export const roundOf = (more: Partial<Round> = {}): Round => ({
  ...{ id: 'r', openedAt: '2026-11-19T10:00:00Z', openedBy: 'rosa', asked: people.map(({ id }) => id) },
  ...{
    onDisagreement: 'record',
    bySection: false,
    decides: null,
    answers: [],
    answered: [],
    isWaiting: false,
  },
  ...{ blocks: [], missing: [] },
  spoke: (more.answers ?? []).filter(({ by }) => by === null).map(({ person }) => person),
  ...more,
})

export const agreementOf = (round: Round | null, figure = 1): Agreement => ({
  round,
  ended: null,
  sealed: [],
  fingerprint: print(figure),
  reminded: false,
})

/** The name of a button that stands for what the room tells. */
export const TELLS = 'The room tells'

const NO_TALK: Talk = { seq: 0, threads: [], suggestions: [], answered: [], mine: [] }

type DrawnProps = {
  readonly facts: PlanFacts
  readonly agreement: Agreement
  readonly read: ReadEdition
  readonly talk?: Talk
  readonly onSealed?: (number: number) => void
  readonly onName?: (name: string) => Promise<void>
}

/** The page without its frame. */
export function Drawn({
  facts,
  agreement,
  read,
  talk = NO_TALK,
  onSealed = () => {},
  onName = async () => {},
}: DrawnProps) {
  const now = useAgreement('p', { agreement, read }, 1)
  const nameOf = (id: string) => facts.people.find((person) => person.id === id)?.name ?? id
  const { round } = now.agreement
  return (
    <>
      <button type="button" onClick={now.look}>
        {TELLS}
      </button>
      {round ? (
        <OpenRound facts={facts} round={round} now={now} nameOf={nameOf} talk={talk} onSealed={onSealed} />
      ) : (
        <NoRound facts={facts} plan={now.read.plan as Plan} now={now} nameOf={nameOf} talk={talk} onName={onName} />
      )}
    </>
  )
}

/** The plan as it reads with these words in it. */
export function reading(words: string, figure: number): ReadEdition {
  const text = [{ type: 'paragraph', runs: [{ text: words }] }] as const
  const boxes = { 'most-important.text': { type: 'text', text } } as const
  const plan: Plan = { kind: 'support', boxes, titles: {}, own: [], removedOwn: [], easyChecked: {}, unplaced: [] }
  const edition = editionOf({ title: 'Rosa’s plan', plan, names: new Map(), explained: [] })
  return { edition, plan, fingerprint: print(figure) }
}

/** The server: what is asked of it, with what. `says` answers what is sent; the rest is read. */
export function server(says: (sent: { method: string; path: string; body: unknown }) => Response | Promise<Response>) {
  const sent = vi.fn()
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    const said = body ? JSON.parse(String(body)) : undefined
    if (method !== 'GET') sent(path, said)
    return says({ method, path, body: said })
  })
  return sent
}

export const draw = (me = kofi, round: Round | null = roundOf(), more: Partial<Parameters<typeof Drawn>[0]> = {}) =>
  render(
    <Drawn facts={factsOf(me)} agreement={agreementOf(round)} read={reading('I like the orchard.', 1)} {...more} />,
  )
export const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
export const write = (label: string | RegExp, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } })
export const yours = () => within(screen.getByRole('region', { name: /^(Say what you think|Your answer)$/ }))
