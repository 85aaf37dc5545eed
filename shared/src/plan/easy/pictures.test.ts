import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../catalogue.ts'
import { searchPictures, suggestPictures } from './find-pictures.ts'
import { PICTURES, pictureOf } from './pictures.ts'

const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url))
const svgOf = (id: string) => readFileSync(`${FOLDER}${id}.svg`, 'utf8')
const idsFor = (row: string, lang: 'en' | 'cy' = 'en') => suggestPictures(row, lang).map(({ id }) => id)

/** What INCLUSION leaves out on purpose: people with lived experience choose the set. */
const LEFT_OUT = ['old-man', 'old-woman', 'elderly', 'mental-disorders', 'prisoner', 'pwid']

describe('the pictures of easy words', () => {
  it('[EASY-1] @B12 @E7 are each there once, with a file, a source, a licence, what they show and keywords in both languages', () => {
    expect(PICTURES.length).toBeGreaterThan(119)
    expect(
      readdirSync(FOLDER)
        .filter((file) => file.endsWith('.svg'))
        .sort(),
    ).toEqual(PICTURES.map(({ id }) => `${id}.svg`).sort())
    expect(new Set(PICTURES.map(({ alt }) => alt.en)).size).toBe(PICTURES.length)
    for (const { id, source, name, licence, alt, keywords } of PICTURES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(licence).toBe('MIT')
      expect(LEFT_OUT).not.toContain(name)
      if (source === 'withy') expect(name).toBe(id)
      for (const lang of LANGUAGES) {
        expect(alt[lang], id).toMatch(/^\p{Lu}.*[^.]$/u)
        expect(keywords[lang].length, id).toBeGreaterThan(0)
        for (const word of keywords[lang]) expect(word, id).toMatch(/^[\p{Ll}\p{N}]+([ ’-][\p{Ll}\p{N}]+)*$/u)
      }
      expect(alt.cy, id).not.toBe(id === 'television' ? '' : alt.en)
    }
  })

  it('[EASY-2] are pictures and nothing else, of 8 kB or less', () => {
    for (const { id } of PICTURES) {
      const svg = svgOf(id)
      expect(Buffer.byteLength(svg), id).toBeLessThanOrEqual(8_000)
      expect(svg, id).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1">.*<\/svg>\n$/s)
      const names = [...svg.matchAll(/<([a-zA-Z][\w:-]*)/g)].map(([, tag]) => tag)
      const attributes = [...svg.matchAll(/\s([a-zA-Z][\w:-]*)=/g)].map(([, one]) => one)
      const drawn = ['svg', 'g', 'path', 'circle', 'ellipse', 'rect']
      expect(
        names.filter((tag) => !drawn.includes(tag as string)),
        id,
      ).toEqual([])
      expect(
        attributes.filter((one) => /^on|href|style|src/i.test(one as string)),
        id,
      ).toEqual([])
      expect(svg, id).not.toMatch(/url\(|currentColor|<!|&/)
    }
  })

  it('[EASY-2] are there as points too, drawn from what they are now: 240 to a side, 20 kB at most', () => {
    const madeFrom = JSON.parse(readFileSync(`${FOLDER}png/made-from.json`, 'utf8'))
    expect(Object.keys(madeFrom)).toEqual(PICTURES.map(({ id }) => id))
    for (const { id } of PICTURES) {
      expect(madeFrom[id], `${id}: npm run pictures draws it again`).toBe(
        createHash('sha256').update(svgOf(id)).digest('hex'),
      )
      const png = readFileSync(`${FOLDER}png/${id}.png`)
      expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], id).toEqual([240, 240])
      expect(png.length, id).toBeLessThan(20_000)
    }
  })

  it('[EASY-2] come with the licence of each set', () => {
    const notice = readFileSync(`${FOLDER}LICENCES.md`, 'utf8')
    for (const [set, holder] of [
      ['Fluent Emoji', 'Copyright (c) Microsoft Corporation'],
      ['Health Icons', 'Copyright (c) 2021 Resolve to Save Lives'],
    ] as const) {
      expect(notice).toContain(set)
      expect(notice).toContain(holder)
    }
    expect(notice.match(/Permission is hereby granted, free of charge/g)).toHaveLength(2)
  })

  it('[EASY-3] are suggested by whole words of a row, the longest first', () => {
    expect(idsFor('I like a cup of TEA.')).toContain('tea')
    expect(idsFor('My support worker helps me.')[0]).toBe('support-worker')
    expect(idsFor('I use a wheelchair.')[0]).toBe('wheelchair')
    expect(idsFor('A steam train')).not.toContain('tea')
    expect(idsFor('Xyzzy.')).toEqual([])
    expect(idsFor('')).toEqual([])
  })

  it('[EASY-3] are suggested by a simple plural too', () => {
    expect(idsFor('My carers come.')).toContain('carer')
    expect(idsFor('Two buses go there.')).toContain('bus')
    expect(idsFor('I have worries.')).toContain('worried')
    expect(idsFor('She takes tablets.')).toContain('medicine')
    expect(idsFor('Daytime')).not.toContain('calendar')
  })

  it('[EASY-3] are suggested in Welsh, with the first letter as it changes there', () => {
    expect(idsFor('Mae’r meddyg yn dod.', 'cy')).toContain('doctor')
    expect(idsFor('Dwi’n gweld fy meddyg neu feddyg arall.', 'cy')).toContain('doctor')
    expect(idsFor('Mae gen i gadair olwyn.', 'cy')[0]).toBe('wheelchair')
    expect(idsFor('Fy nghath', 'cy')).toContain('cat')
    expect(idsFor('Ei hysbyty hi', 'cy')).toContain('hospital')
  })

  it('[EASY-3] are suggested by the other language where the one shown has none of the words', () => {
    expect(idsFor('Paned gyda nain', 'en')).toContain('tea')
    expect(idsFor('My wheelchair', 'cy')).toContain('wheelchair')
  })

  it('[EASY-3] are found by the beginning of a word, in both languages', () => {
    expect(searchPictures('whee').map(({ id }) => id)).toEqual(['wheelchair'])
    expect(searchPictures('cadair ol').map(({ id }) => id)).toContain('wheelchair')
    expect(searchPictures('qqq')).toEqual([])
    expect(searchPictures('')).toHaveLength(PICTURES.length)
    expect(pictureOf('wheelchair')?.alt.en).toBe('A person in a wheelchair')
    expect(pictureOf('nothing-of-ours')).toBeUndefined()
  })
})
