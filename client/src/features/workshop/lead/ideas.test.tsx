import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Steering } from '@withy/shared/api'
import { readPlan } from '@withy/shared/plan'
import { describe, expect, it } from 'vitest'
import { RefusedError } from '../../../api/send.ts'
import { ideaOf, inRoom, stepOf } from '../testing-room.tsx'
import { Gathering } from './gathering.tsx'
import { Ideas } from './ideas.tsx'
import { Lead } from './lead.tsx'

const press = (name: string | RegExp, inside: HTMLElement = document.body) =>
  fireEvent.click(within(inside).getByRole('button', { name }))
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

const steps = [stepOf('silent', { shown: true, section: 'living-map' }), stepOf('gather')]
const now = { steps, step: 'gather', since: Date.UTC(2026, 4, 9, 12) }
const orchard = ideaOf('orchard', 'The orchard', { by: 'Ben' })
const mill = ideaOf('mill', 'The mill', { by: 'Edith' })

type Room = Awaited<ReturnType<typeof inRoom>>
const boxOf = ({ doc }: Room, key: string) => {
  const box = readPlan(doc, 'area').boxes[key]
  if (!box) throw new Error(key)
  return box.type === 'list' ? box.items : box.text
}
const fates = ({ said }: Room) => said.filter((one): one is Extract<Steering, { do: 'fate' }> => one.do === 'fate')

describe('an idea that harms somebody', () => {
  it('[WORK-151] is put out of sight with one press, which says who still sees it, and put back', async () => {
    const { said } = await inRoom(<Lead cards={[]} drawCards={() => null} />, {
      now,
      ideas: [orchard],
      desk: { hidden: [mill] },
    })
    press('Answer: The orchard')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText(/^Everyone but Ben and the facilitators/)).toBeTruthy()
    press('Put out of sight: The orchard', dialog)
    await waitFor(() => expect(said).toEqual([{ do: 'hide-idea', idea: 'orchard', on: true }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    press('Put it back: The mill')
    await waitFor(() => expect(said.slice(1)).toEqual([{ do: 'hide-idea', idea: 'mill', on: false }]))
  })
})

describe('an idea that goes into the plan', () => {
  it('[WORK-65] becomes an item of the step’s section, with whose words it is, kept as typed for them', async () => {
    const room = await inRoom(<Ideas />, { now, ideas: [orchard], desk: { authors: { orchard: 'ben' } } })
    room.peer.order.splice(0)
    press('Answer: The orchard')
    choose('Which box?', 'living-map.do')
    press('Put it in the plan')
    const place = { box: 'living-map.do', item: 'workshop-orchard' }
    await waitFor(() => expect(fates(room)).toEqual([{ do: 'fate', idea: 'orchard', fate: 'in-plan', why: '', place }]))
    expect(boxOf(room, 'living-map.do')).toMatchObject([
      {
        id: 'workshop-orchard',
        cells: { what: 'The orchard', features: ['living-map'] },
        origin: { from: 'workshop', workshop: 'w', idea: 'orchard', on: '2026-05-09', said: [{ by: 'Ben' }] },
      },
    ])
    expect(room.peer.order.slice(0, 2)).toEqual(['for ben', 'update'])
    room.doc.getMap('living-map.have').set('mine', 'typed by me')
    expect(room.peer.order.slice(-2)).toEqual(['for ', 'update'])
  })

  it('[WORK-68] is there once, in a list and in a text, where it is put in again after the answer did not get there', async () => {
    const room = await inRoom(<Ideas />, { now, ideas: [orchard] })
    press('Answer: The orchard')
    for (const [box, there] of [
      ['living-map.have', 1],
      ['living-map.want', 1],
    ] as const) {
      choose('Which box?', box)
      room.server.refuses = new TypeError('no network')
      press('Put it in the plan')
      await screen.findByText(/^We cannot reach Withy/)
      room.server.refuses = null
      press('Put it in the plan')
      await waitFor(() => expect(screen.queryByText(/^We cannot reach Withy/)).toBeNull())
      expect(boxOf(room, box)).toHaveLength(there)
    }
    expect(JSON.stringify(boxOf(room, 'living-map.want'))).toContain('The orchard (Ben)')
  })

  it('[WORK-65] goes with its group under the group’s name, everybody’s own words kept', async () => {
    const groups = [{ id: 'trees', step: 'silent', name: 'Green places' }]
    const ideas = [
      { ...orchard, group: 'trees' },
      { ...mill, group: 'trees', reworded: 'The old mill' },
    ]
    const room = await inRoom(<Ideas />, { now, ideas, groups, desk: { authors: { orchard: 'ben' } } })
    press('Answer: Green places')
    press('Put it in the plan')
    await waitFor(() => expect(fates(room).map(({ idea }) => idea)).toEqual(['orchard', 'mill']))
    expect(boxOf(room, 'living-map.have')).toMatchObject([
      {
        cells: { what: 'Green places' },
        origin: {
          said: [
            { by: 'Ben', words: 'The orchard' },
            { by: 'Edith', words: 'The mill' },
          ],
        },
      },
    ])
    expect(room.peer.order).not.toContain('for ben')
    choose('Which box?', 'living-map.want')
    press('Put it in the plan')
    await waitFor(() => expect(fates(room)).toHaveLength(4))
    expect(JSON.stringify(boxOf(room, 'living-map.want'))).toMatch(
      /Green places.*The orchard \(Ben\).*The old mill \(Edith\)/,
    )
    expect(room.peer.order).toContain('for ben')
  })

  it('[A11Y-281] @B11 a dialog that is named by what people call a group says their plan’s language, and ours says none', async () => {
    const groups = [{ id: 'trees', step: 'silent', name: 'Tereny zielone' }]
    const ideas = [
      { ...orchard, group: 'trees' },
      { ...mill, group: null },
    ]
    await inRoom(<Ideas />, { now, ideas, groups }, { lang: 'pl' })
    press('Answer: Tereny zielone')
    const heading = () => within(screen.getByRole('dialog')).getAllByRole('heading', { level: 2 })[0]
    expect(heading()?.querySelector('bdi')?.lang).toBe('pl')
    press('Close', screen.getByRole('dialog'))
    press('Answer: The mill')
    expect(heading()?.querySelector('[lang]')).toBeNull()
    expect(heading()?.closest('[lang]:not(html)')).toBeNull()
  })

  it('[WORK-68] is not put in while the page is not connected, nor a group without a name', async () => {
    const groups = [{ id: 'trees', step: 'silent', name: '' }]
    const room = await inRoom(<Ideas />, { now, ideas: [{ ...orchard, group: 'trees' }, mill], groups })
    press('Answer: A group without a name')
    press('Put it in the plan')
    expect(screen.getByText('Give the group a name first.')).toBeTruthy()
    press('Close')
    room.peer.up = false
    room.peer.closeAll(1006)
    press('Answer: The mill')
    await waitFor(() => expect(room.live.link().is).toBe('lost'))
    press('Put it in the plan')
    await screen.findByText('You are not connected now. Try again when you are.')
    expect([boxOf(room, 'living-map.have'), room.said]).toEqual([[], []])
  })
})

describe('an idea that gets another answer', () => {
  it('[WORK-69] says why where it is no, and the words stay where they did not get there', async () => {
    const room = await inRoom(<Ideas />, { now, ideas: [orchard] })
    press('Answer: The orchard')
    press('Tell them')
    expect(screen.getByText('Choose one.')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('Not possible'))
    press('Tell them')
    expect(screen.getByText('Say why, so that people understand.')).toBeTruthy()
    expect(room.said).toEqual([])
    room.server.refuses = new TypeError('no network')
    choose('Because …', 'It is not our land')
    press('Tell them')
    await screen.findByText(/^We cannot reach Withy/)
    press('Close')
    press('Answer: The orchard')
    expect(screen.getByLabelText<HTMLInputElement>('Because …').value).toBe('It is not our land')
    room.server.refuses = null
    fireEvent.click(screen.getByLabelText('Not possible'))
    press('Tell them')
    const told = { do: 'fate', idea: 'orchard', fate: 'not-possible', why: 'It is not our land', place: null }
    const was = { fate: null, why: '' }
    await waitFor(() => expect(room.said.slice(1)).toEqual([{ ...told, was }]))
  })

  it('[WORK-164] says which answer it stands in for; where another answered first the words stay', async () => {
    const room = await inRoom(<Ideas />, { now, ideas: [{ ...orchard, fate: 'not-yet', why: 'no money' }] })
    press('Answer: The orchard')
    choose('Because …', 'It is not our land')
    const sentence = 'Somebody else has just answered this idea.'
    room.server.refuses = new RefusedError({ refused: 'answer-changed', sentence })
    press('Tell them')
    await screen.findByText(sentence)
    expect(screen.getByLabelText<HTMLInputElement>('Because …').value).toBe('It is not our land')
    expect(fates(room)).toMatchObject([{ was: { fate: 'not-yet', why: 'no money' } }])
  })

  it('[WORK-69] those without an answer are counted, also when the workshop is over', async () => {
    const answered = ideaOf('pond', 'A pond', { fate: 'not-yet', why: 'no money', parked: true })
    await inRoom(<Ideas />, { now: { ...now, stage: 'closed' }, ideas: [orchard, mill, answered] })
    expect(screen.getByText('2 have no answer yet')).toBeTruthy()
    press('Answer: A pond')
    expect(screen.getAllByText('because no money', { exact: false })).not.toHaveLength(0)
  })

  it('[WORK-7] other words are offered to who said it, in words of their own', async () => {
    const room = await inRoom(<Ideas />, { now, ideas: [orchard] })
    press('Answer: The orchard')
    press('Offer these words')
    expect(room.said).toEqual([])
    choose('Other words for it', 'A community orchard')
    press('Offer these words')
    await waitFor(() =>
      expect(room.said).toEqual([{ do: 'offer-wording', idea: 'orchard', words: 'A community orchard' }]),
    )
  })
})

describe('putting ideas together', () => {
  it('[WORK-67] ticks ideas, names the group, adds to it, renames it and takes out again', async () => {
    const pond = ideaOf('pond', 'A pond', { group: 'water' })
    const groups = [{ id: 'water', step: 'silent', name: 'Water' }]
    const { said, server } = await inRoom(<Gathering />, { now, ideas: [orchard, mill, pond], groups })
    press('Put together')
    expect(said).toEqual([])
    fireEvent.click(screen.getByLabelText(/^The orchard/))
    fireEvent.click(screen.getByLabelText(/^The mill/))
    choose('A name for the group', 'Old places')
    server.refuses = new TypeError('no network')
    press('Put together')
    await screen.findByText(/^We cannot reach Withy/)
    server.refuses = null
    press('Put together')
    const group = { do: 'group', step: 'silent', name: 'Old places', ideas: ['orchard', 'mill'] }
    await waitFor(() => expect(said).toMatchObject([group, group]))
    const [first, again] = said as { id: string }[]
    expect(again?.id).toBe(first?.id)
    fireEvent.click(screen.getByLabelText(/^The mill/))
    press('Add to this group')
    await waitFor(() => expect(said[2]).toEqual({ do: 'put-in-group', idea: 'mill', group: 'water' }))
    choose('Name of the group', 'Ponds')
    press('Keep this name')
    await waitFor(() => expect(said[3]).toEqual({ do: 'name-group', id: 'water', name: 'Ponds' }))
    press('Take out of the group: A pond')
    await waitFor(() => expect(said[4]).toEqual({ do: 'put-in-group', idea: 'pond', group: null }))
  })
  it('[WORK-140] an idea is also dragged onto another, or into a group; what is no idea is not taken', async () => {
    const pond = ideaOf('pond', 'A pond', { group: 'water' })
    const groups = [{ id: 'water', step: 'silent', name: 'Water' }]
    const { said } = await inRoom(<Gathering />, { now, ideas: [orchard, mill, pond], groups })
    /** What a browser carries from one place to another. */
    const carried = new Map<string, string>()
    const dataTransfer = {
      setDragImage: () => {},
      setData: (kind: string, what: string) => carried.set(kind, what),
      getData: (kind: string) => carried.get(kind) ?? '',
      get types() {
        return [...carried.keys()]
      },
    }
    const drag = (what: HTMLElement, onto: HTMLElement) => {
      fireEvent.dragStart(what, { dataTransfer })
      expect(fireEvent.dragOver(onto, { dataTransfer }), 'it can be let go here').toBe(false)
      fireEvent.drop(onto, { dataTransfer })
    }
    const at = (words: RegExp) => screen.getByText(words)
    const grip = (words: RegExp) =>
      at(words).closest('.lead-drag')?.querySelector<HTMLElement>('.lead-grip') ?? at(words)
    drag(grip(/^The orchard/), at(/^The mill/))
    await waitFor(() =>
      expect(said).toEqual([
        { do: 'group', id: expect.any(String), step: 'silent', name: '', ideas: ['mill', 'orchard'] },
      ]),
    )
    drag(grip(/^The mill/), screen.getByLabelText('Name of the group'))
    await waitFor(() => expect(said[1]).toEqual({ do: 'put-in-group', idea: 'mill', group: 'water' }))
    drag(grip(/^The mill/), at(/^The mill/))
    carried.clear()
    carried.set('text/plain', 'Words of somewhere else')
    expect(fireEvent.dragOver(at(/^The mill/), { dataTransfer })).toBe(true)
    fireEvent.drop(at(/^The mill/), { dataTransfer })
    expect(said).toHaveLength(2)
  })
})
