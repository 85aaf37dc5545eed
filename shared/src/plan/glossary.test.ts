import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findExplained } from './glossary.ts'

const wordsOf = (...words: string[]) => words.map((word) => ({ id: word, word, meaning: `What ${word} means` }))
/** The text with what was found in brackets. */
const found = (text: string, ...words: string[]) =>
  findExplained(wordsOf(...words))(text)
    .map((piece) => (piece.explained ? `[${piece.text}=${piece.explained.id}]` : piece.text))
    .join('')

describe('words a plan explains', () => {
  it('[WORK-124] are found whole and in any case', () => {
    expect(found('Assets, an asset and assetless; ASSET.', 'asset')).toBe(
      'Assets, an [asset=asset] and assetless; [ASSET=asset].',
    )
    expect(found('Tŷ cymunedol: TŶ, tŷ. Ein tŷ ni, tŷau', 'tŷ')).toBe(
      '[Tŷ=tŷ] cymunedol: [TŶ=tŷ], [tŷ=tŷ]. Ein [tŷ=tŷ] ni, tŷau',
    )
    expect(found('a subasset', 'asset')).toBe('a subasset')
  })

  it('[WORK-124] are found as the longest that stands there whole, over a line end too', () => {
    expect(found('local area\ncoordination, local areas', 'local area', 'Local Area Coordination', 'area')).toBe(
      '[local area\ncoordination=Local Area Coordination], local areas',
    )
    expect(found('asset bank', 'asset', 'asset b')).toBe('[asset=asset] bank')
    expect(found('What (or who)? C++ (1.5) a|b', '(or who)?', 'c++', '1.5', 'a|b', '.')).toBe(
      'What [(or who)?=(or who)?] [C++=c++] ([1.5=1.5]) [a|b=a|b]',
    )
  })

  it('[WORK-124] are found where another would begin before them, but stands there not whole', () => {
    expect(found('a sub asset and 😀b asset', 'asset', 'b asset')).toBe('a sub [asset=asset] and 😀[b asset=b asset]')
  })

  it('[WORK-124] take no letter from a text, and give none to it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'ŷ', ' ', '\n', '😀', '́', '.', '(', '\\') })
    fc.assert(
      fc.property(text, fc.array(text), (all, words) => {
        expect(
          findExplained(wordsOf(...words))(all)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(all)
      }),
      { numRuns: 300 },
    )
  })
})
