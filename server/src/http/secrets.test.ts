import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_ALPHABET, createSecrets, readCode, spoken } from './secrets.ts'

const ID = 'AAAAAAAAAAAAAAAAAAAAAA'
const secrets = createSecrets(Buffer.alloc(32, 1))
const others = createSecrets(Buffer.alloc(32, 2))

describe('secrets of links and codes', () => {
  it('[ACCESS-31] are the same each time for one key, and others for another key, purpose, id or generation', () => {
    const link = secrets.link('invitation', ID, 1)
    expect(secrets.isLink(link, 'invitation', ID, 1)).toBe(true)
    expect(secrets.idIn(link)).toBe(ID)
    expect(secrets.isLink(link, 'way-back', ID, 1)).toBe(false)
    expect(secrets.isLink(link, 'start', ID, 1)).toBe(false)
    expect(secrets.isLink(link, 'invitation', ID, 2)).toBe(false)
    expect(secrets.isLink(link, 'invitation', ID.replace('A', 'B'), 1)).toBe(false)
    expect(others.isLink(link, 'invitation', ID, 1)).toBe(false)
    expect(secrets.code(ID, 1)).not.toBe(secrets.code(ID, 2))
    expect(secrets.copyProof('X/EN')).toMatch(/^[A-Z]{8}$/)
    expect(secrets.copyProof('X/EN')).not.toBe(secrets.copyProof('X/CN'))
    expect(secrets.copyProof('X/EN')).not.toBe(others.copyProof('X/EN'))
    expect(secrets.codeHash('BBBBBBBB')).not.toBe(others.codeHash('BBBBBBBB'))
  })

  it('[ACCESS-33] are refused, and never stumbled over, whatever else somebody sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        expect(secrets.isLink(said, 'invitation', ID, 1)).toBe(false)
        expect(secrets.idIn(said)).toBeNull()
      }),
    )
  })

  it('[ACCESS-32] give codes that are read back however they are typed', () => {
    const gap = fc.constantFrom('', ' ', '-', '–', ' - ', '.', '\u00a0')
    fc.assert(
      fc.property(fc.nat(), fc.array(gap, { minLength: 8, maxLength: 8 }), fc.boolean(), (generation, gaps, isLow) => {
        const code = secrets.code(ID, generation)
        const typed = [...code].map((letter, i) => `${letter}${gaps[i]}`).join('')
        expect(readCode(isLow ? typed.toLowerCase() : typed)).toBe(code)
        expect(readCode(spoken(code))).toBe(code)
      }),
    )
  })

  it('[ACCESS-32] use every letter about as often as any other', () => {
    const count = new Map([...CODE_ALPHABET].map((letter) => [letter, 0]))
    const times = 2_000
    for (let n = 0; n < times; n++) {
      for (const letter of secrets.code(ID, n)) count.set(letter, (count.get(letter) ?? 0) + 1)
    }
    const fair = (times * 8) / CODE_ALPHABET.length
    for (const [letter, found] of count) expect([letter, Math.abs(found - fair) < fair / 5]).toEqual([letter, true])
  })
})
