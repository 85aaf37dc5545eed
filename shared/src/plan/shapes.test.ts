import { describe, expect, it } from 'vitest'
import { SHAPES } from './shapes.ts'

const FIELDS: Record<keyof typeof SHAPES, readonly string[]> = {
  asset: ['what', 'kind', 'where', 'keeper', 'keeper-else', 'note'],
  action: ['what', 'who', 'who-else', 'by', 'first-step', 'status', 'why-stopped', 'features', 'happened'],
  sign: ['what', 'how', 'today', 'hoped'],
  goal: ['what', 'importance', 'know', 'served-by', 'confidence', 'status'],
  person: ['name', 'connection', 'does', 'reach', 'sees'],
  contingency: ['trigger', 'early-signs', 'should-happen', 'contact', 'contact-else', 'not-do'],
  disagreement: ['what', 'views', 'next', 'when'],
  strength: ['what', 'says'],
  need: ['what', 'eligible', 'how-met', 'outcome'],
  money: ['what', 'kind', 'amount', 'how-often', 'needs', 'helper', 'helper-else'],
  reader: ['name', 'who', 'sees', 'which'],
  review: ['what', 'when', 'who', 'who-else', 'chair'],
  'taking-part': ['who', 'how', 'when'],
  easy: ['words', 'words-en', 'words-cy', 'picture', 'photo-words'],
}

const optionsOf = (shape: keyof typeof SHAPES, id: string): string[] => {
  const field = SHAPES[shape].fields.find((each) => each.id === id)
  return field?.type === 'choice' ? field.options.map((option) => option.id) : []
}

describe('what items are made of', () => {
  it.each(Object.values(SHAPES))('[PLAN-53] $id has its fields, each id once, named by its first words', (shape) => {
    expect(SHAPES[shape.id]).toBe(shape)
    expect(shape.fields.map((field) => field.id)).toEqual(FIELDS[shape.id])
    expect(shape.fields[0]?.type).toBe('words')
    for (const field of shape.fields) {
      expect(field.id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(['order', 'removed', 'origin', 'of'], 'a cell must not hide what the item itself keeps').not.toContain(
        field.id,
      )
      if (field.type !== 'choice') continue
      const options = field.options.map((option) => option.id)
      expect(new Set(options).size).toBe(options.length)
    }
  })

  it('[PLAN-53] offers the choices of an asset, an action and a goal', () => {
    expect(optionsOf('asset', 'kind')).toEqual([
      'people',
      'groups',
      'places',
      'businesses',
      'services',
      'money',
      'culture',
    ])
    expect(optionsOf('action', 'status')).toEqual(['not-started', 'doing', 'done', 'stopped'])
    expect(optionsOf('goal', 'status')).toEqual(optionsOf('action', 'status'))
    expect(optionsOf('action', 'happened')).toEqual(['yes', 'partly', 'no'])
  })

  it('[PLAN-53] says that a plan for a change needs to say when, and that nothing else is needed', () => {
    const needed = Object.values(SHAPES).flatMap((shape) =>
      shape.fields.filter((field) => field.required).map((field) => `${shape.id}.${field.id}`),
    )
    expect(needed).toEqual(['contingency.trigger'])
  })

  it('[PLAN-53] lets a person be one of the plan or anybody else, in words', () => {
    for (const shape of Object.values(SHAPES))
      for (const [n, field] of shape.fields.entries())
        if (field.type === 'people' && shape.id !== 'reader')
          expect(shape.fields[n + 1]).toMatchObject({ id: `${field.id}-else`, type: 'words' })
  })
})
