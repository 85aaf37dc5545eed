import { describe, expect, it } from 'vitest'
import { sectionsOf } from './catalogue.ts'
import { sectionCodes } from './section-codes.ts'
import { TEMPLATES } from './templates.ts'

describe('codes of sections', () => {
  it('[WORK-35] each section of a plan has a short code of its own', () => {
    for (const template of Object.values(TEMPLATES)) {
      const own = Array.from({ length: 60 }, (_, at) => `own${at}`)
      const codes = sectionCodes(template, own)
      expect(codes.size).toBe(sectionsOf(template).length + own.length)
      expect(new Set(codes.values()).size).toBe(codes.size)
      for (const code of codes.values()) expect(code).toMatch(/^[A-Z]\d{1,2}$/)
    }
  })

  it('[WORK-35] the code of an own section stays when another comes or sections are moved', () => {
    const before = sectionCodes(TEMPLATES.area, ['bus', 'shop'])
    const after = sectionCodes(TEMPLATES.area, ['shop', 'orchard', 'bus'])
    for (const id of ['own:bus', 'own:shop', 'living-map']) expect(after.get(id)).toBe(before.get(id))
  })
})
