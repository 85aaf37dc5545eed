import { describe, expect, it } from 'vitest'
import type { StepKind } from '../protocol/workshop.ts'
import { agendaFor } from './agendas.ts'
import { missingBreaks } from './breaks.ts'
import { WORKSHOP_SHAPES } from './workshop-lists.ts'

const agenda = (...steps: (readonly [StepKind, number])[]) =>
  steps.map(([kind, minutes], at) => ({ id: `${kind} ${at}`, kind, minutes }))

describe('breaks', () => {
  it('[WORK-20] are in every ready-made agenda that needs one', () => {
    for (const shape of WORKSHOP_SHAPES) {
      const steps = agendaFor(shape, 'en').map((step, at) => ({ ...step, id: String(at) }))
      expect([shape, missingBreaks(steps)]).toEqual([shape, []])
      const withoutBreaks = steps.filter(({ kind }) => kind !== 'break')
      const isLong = withoutBreaks.reduce((sum, { minutes }) => sum + minutes, 0) > 75
      expect([shape, missingBreaks(withoutBreaks).length > 0]).toEqual([shape, isLong])
    }
  })

  it('[WORK-20] are missing before the step that makes people sit more than 75 minutes', () => {
    expect(missingBreaks(agenda(['welcome', 15], ['silent', 30], ['gather', 30]))).toEqual([])
    expect(missingBreaks(agenda(['welcome', 15], ['silent', 30], ['gather', 31], ['dots', 10]))).toEqual([
      { place: 'before', step: 'gather 2', minutes: 76 },
    ])
    expect(missingBreaks(agenda(['silent', 60], ['break', 10], ['gather', 60]))).toEqual([])
  })

  it('[WORK-20] are missing within a step that is too long by itself, and before the one after it', () => {
    expect(missingBreaks(agenda(['welcome', 10], ['write', 90], ['closing', 10]))).toEqual([
      { place: 'before', step: 'write 1', minutes: 100 },
      { place: 'within', step: 'write 1', minutes: 90 },
      { place: 'before', step: 'closing 2', minutes: 100 },
    ])
  })
})
