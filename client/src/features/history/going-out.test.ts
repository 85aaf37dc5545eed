import { type Change, compared, type Plan, readPlan } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { onlyTakesOut, writersGoingOut } from './going-out.ts'

const plan = (...lines: string[]): Plan => {
  const empty = readPlan(new Y.Doc(), 'area')
  const text = lines.map((words) => ({ type: 'paragraph', runs: [{ text: words }] }) as const)
  return { ...empty, boxes: { ...empty.boxes, 'place.where': { type: 'text', text } } }
}
const between = (before: Plan, after: Plan): readonly Change[] => compared(before, after).changes

it('[PLAN-117] tells whether bringing a version back only takes words out', () => {
  const short = plan('Eve wrote this.')
  const long = plan('Eve wrote this. Zoe added this.', 'And this')
  expect(onlyTakesOut(between(long, short))).toBe(true)
  expect(onlyTakesOut(between(short, long))).toBe(false)
  expect(onlyTakesOut(between(long, plan('Eve wrote that.')))).toBe(false)
  expect(onlyTakesOut(between(short, short))).toBe(false)
  const item = { section: 'map', what: 'item', box: 'map.do', shape: 'action', item: { id: 'i', cells: {} } } as const
  const cell = (is: 'added' | 'taken-out') => ({ field: 'what', parts: [{ is, text: 'gate' }] })
  expect(onlyTakesOut([{ ...item, did: 'taken-out' }])).toBe(true)
  expect(onlyTakesOut([{ ...item, did: 'moved' }])).toBe(false)
  expect(onlyTakesOut([{ ...item, did: 'changed', cells: [cell('taken-out')] }])).toBe(true)
  expect(onlyTakesOut([{ ...item, did: 'changed', cells: [cell('added')] }])).toBe(false)
})

it('[PLAN-117] tells whose words go out: who added since, each once', () => {
  const look = { is: 'paragraph', depth: 0 } as const
  const item = { section: 'map', what: 'item', box: 'map.do', shape: 'action', item: { id: 'i', cells: {} } } as const
  const lines = [
    {
      did: 'changed',
      look,
      parts: [
        { is: 'taken-out', text: 'a', by: [7] },
        { is: 'added', text: 'b', by: [2] },
      ],
    },
    { did: 'added', look, parts: [{ is: 'added', text: 'c', by: [2, 3] }] },
  ] as const
  const changes: Change[] = [
    { section: 'place', what: 'text', box: 'place.where', lines },
    { ...item, did: 'added', by: [4] },
    { ...item, did: 'taken-out', by: [8] },
    { ...item, did: 'changed', cells: [{ field: 'what', parts: [{ is: 'added', text: 'd', by: [5] }] }] },
    { section: 'own:x', what: 'own', did: 'added', by: [6] },
  ]
  expect(writersGoingOut({ changes })).toEqual([2, 3, 4, 5, 6])
})
