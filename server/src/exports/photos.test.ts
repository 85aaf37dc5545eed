import { type Plan, photoPicture } from '@withy/shared/plan'
import { buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it } from 'vitest'
import { bare, draftOf, sealed } from '../testing/exported-plans.ts'
import { PHOTOS, photoId } from '../testing/photos.ts'
import { textOfHtml } from '../testing/text-of-html.ts'
import { fileIn, textOfDocx, textOfOdt } from '../testing/text-of-office.ts'
import { createFindPhotos, photosShown } from './copy-photos.ts'
import { writeDocx } from './docx.ts'
import type { CopyPhoto, Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'
import { createPdfMaker } from './pdf.ts'
import { photoSize } from './photo-size.ts'
import { writeText } from './plain-text.ts'

const { red, yellow } = PHOTOS
const ANNA = { words: 'Anna helps me.', picture: photoPicture(photoId(red)), 'photo-words': 'Anna, laughing' }
const planWith = (...rows: Record<string, string>[]): Plan => buildPlan('area', { easy: { place: rows } })
const there = (bytes: Uint8Array): CopyPhoto => ({ bytes, said: { shows: 'nobody' } })
const BOTH = new Map<string, CopyPhoto>([
  [photoId(red), there(red)],
  [photoId(yellow), there(yellow)],
])
const easy = (plan: Plan, photos: Exported['photos'] = BOTH, given: Partial<Exported> = {}): Exported =>
  draftOf(plan, { size: 'easy', photos, ...given })
const pdf = createPdfMaker()
afterAll(() => pdf.stop())
/** What a PDF tells a reader who does not see: what each figure shows. */
async function figuresIn(bytes: Uint8Array): Promise<string[]> {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const found: string[] = []
  const look = (node: { role?: string; alt?: string; children?: unknown[] }) => {
    if (node.role === 'Figure') found.push(node.alt ?? '')
    for (const child of node.children ?? []) look(child as typeof node)
  }
  for (let n = 1; n <= file.numPages; n++) look((await (await file.getPage(n)).getStructTree()) as object)
  return found
}
const wordsInPdf = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(new Uint8Array(bytes), { mergePages: true })).text
const IMG = /<img src="data:image\/jpeg;base64,([^"]*)" alt="([^"]*)"([^>]*)>/g

describe('photos of a group’s own in a copy in Easy Read', () => {
  it('[EASY-48] stand in a web page as they are, with what they show, and nothing else may be fetched', () => {
    const html = writeHtml(pagesOf(easy(planWith(ANNA))))
    const [found] = [...html.matchAll(IMG)]
    expect(new Uint8Array(Buffer.from(found?.[1] ?? '', 'base64'))).toEqual(red)
    expect(found?.[2]).toBe('Anna, laughing')
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:\"")
    const without = writeHtml(pagesOf(easy(planWith({ words: 'Tea.', picture: 'tea' }))))
    expect(without).toContain("default-src 'none'; style-src 'unsafe-inline'\"")
  })

  it('[EASY-48] stand in a PDF as figures with what they show, in PDF/UA', async () => {
    const made = await pdf.make(easy(planWith(ANNA, { words: 'Tea.', picture: 'tea' })), 'anna')
    expect(await figuresIn(made)).toEqual(['Anna, laughing'])
    expect(Buffer.from(made).includes('pdfuaid:part')).toBe(true)
    expect(Buffer.from(made).includes(Buffer.from('/DCTDecode'))).toBe(true)
  }, 60_000)

  it('[EASY-48] stand in a Word file and an OpenDocument with what they show, in their own form', async () => {
    const pages = pagesOf(easy(planWith(ANNA)))
    const word = await writeDocx(pages)
    const media = Object.entries(unzipSync(word)).filter(([name]) => name.startsWith('word/media/'))
    expect(media.map(([, bytes]) => Buffer.from(bytes).equals(red))).toEqual([true])
    const document = fileIn(word, 'word/document.xml')
    expect(document).toMatch(/<wp:docPr [^>]*descr="Anna, laughing"/)
    expect(document).not.toContain('adec:decorative')
    const extent = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document)
    expect(Number(extent?.[1]) / Number(extent?.[2])).toBeCloseTo(24 / 18, 1)
    const odt = writeOdt(pages)
    const content = fileIn(odt, 'content.xml')
    const [name = ''] = /Pictures\/photo-[^"]+/.exec(content) ?? []
    expect(Buffer.from(unzipSync(odt)[name] ?? []).equals(red)).toBe(true)
    expect(content).toContain('<svg:desc>Anna, laughing</svg:desc>')
    expect(content).toContain('svg:width="3cm" svg:height="2.25cm"')
    expect(fileIn(odt, 'META-INF/manifest.xml')).toContain(`"${name}" manifest:media-type="image/jpeg"`)
  })

  it('[EASY-48] are told in text and Markdown by what they show, in brackets', () => {
    const pages = pagesOf(easy(planWith(ANNA)))
    expect(writeText(pages)).toContain('- Anna helps me.\n  (Photo: Anna, laughing)\n')
    expect(writeMarkdown(pages)).toContain('- Anna helps me.\n\n  (Photo: Anna, laughing)')
    expect(writeText(pagesOf(easy(planWith(ANNA), BOTH, { lang: 'cy' })))).toContain('(Llun: Anna, laughing)')
  })

  it('[EASY-48] say so where nobody has said what they show, and say it once where the row says just that', async () => {
    const { 'photo-words': _, ...unsaid } = ANNA
    expect(writeHtml(pagesOf(easy(planWith(unsaid))))).toContain('alt="A photo. Nobody has said what it shows."')
    const { words: __, ...alone } = ANNA
    const pages = pagesOf(easy(planWith(alone)))
    const html = writeHtml(pages)
    expect(html).toContain('alt=""><p>Anna, laughing</p>')
    expect(fileIn(await writeDocx(pages), 'word/document.xml')).toContain('adec:decorative')
    expect(writeText(pages)).toContain('\n- Anna, laughing\n')
    expect(writeText(pages)).not.toContain('Photo:')
    expect(await figuresIn(await pdf.make(easy(planWith(alone)), 'anna'))).toEqual([])
  }, 60_000)

  it('[EASY-59] are not told of where another picture stands in their place', () => {
    const text = writeText(pagesOf(easy(planWith({ picture: 'tea', 'photo-words': 'Anna, laughing' }))))
    expect(text).not.toContain('Anna, laughing')
  })

  it('[EASY-48] say in which language that is, where it is not the copy’s', () => {
    const plan = planWith(ANNA)
    const copy = easy(plan, BOTH, { edition: { ...draftOf(plan).edition, lang: 'pl' } })
    expect([...writeHtml(pagesOf(copy)).matchAll(IMG)].map(([, , , more]) => more)).toEqual([' lang="pl"'])
  })

  it('[EASY-48] leave their words where they were taken away, or never were here', async () => {
    const { 'photo-words': _, ...unsaid } = ANNA
    const rows = [ANNA, { ...unsaid, words: 'Ben too.', picture: photoPicture(photoId(yellow)) }]
    const copy = easy(planWith(...rows), new Map([[photoId(red), 'removed']]))
    const pages = pagesOf(copy)
    const made = await pdf.make(copy, 'anna')
    for (const text of [
      textOfHtml(writeHtml(pages)),
      textOfDocx(await writeDocx(pages)),
      textOfOdt(writeOdt(pages)),
      writeText(pages),
      await wordsInPdf(made),
    ]) {
      expect(bare(text)).toContain(bare('Anna helps me.'))
      expect(bare(text)).toContain(bare('(This photo was taken away. It showed: Anna, laughing)'))
      expect(bare(text)).toContain(bare('(This photo is not here.)'))
    }
    expect(writeHtml(pages)).not.toContain('<img')
    expect(writeText(pagesOf({ ...copy, lang: 'cy' }))).toContain(
      '(Tynnwyd y llun hwn i ffwrdd. Roedd yn dangos: Anna, laughing)',
    )
  }, 60_000)

  it('[EASY-48] give the same bytes for the same version, in each format', async () => {
    const copy = sealed(easy(planWith(ANNA, { ...ANNA, picture: photoPicture(photoId(yellow)) })))
    const once = async () => [
      writeHtml(pagesOf(copy)),
      Buffer.from(await writeDocx(pagesOf(copy))).toString('base64'),
      Buffer.from(writeOdt(pagesOf(copy))).toString('base64'),
      Buffer.from(await pdf.make(copy, 'anna')).toString('base64'),
    ]
    expect(await once()).toEqual(await once())
  }, 60_000)

  it('[EASY-48] that no program can draw keep nobody from a PDF of the whole plan', async () => {
    const broken = Uint8Array.from(red).fill(0x55, red.length - 40, red.length - 2)
    const rows = [{ ...ANNA, picture: photoPicture(photoId(broken)), 'photo-words': 'Broken' }, ANNA]
    const made = await pdf.make(easy(planWith(...rows), new Map([...BOTH, [photoId(broken), there(broken)]])), 'anna')
    expect(await figuresIn(made)).toEqual(['Anna, laughing'])
    expect(bare(await wordsInPdf(made))).toContain(bare('(This photo is not here. It showed: Broken)'))
  }, 60_000)

  it('[EASY-48] that are gone and had many words run off no page of a PDF either', async () => {
    const long = { ...ANNA, 'photo-words': `${'Anna and all of us '.repeat(150)}at home` }
    const made = await pdf.make(easy(planWith(long), new Map([[photoId(red), 'removed']])), 'anna')
    // What is drawn below the end of a page is no text of it.
    expect(bare(await wordsInPdf(made))).toContain(bare('all of us at home)'))
  }, 60_000)

  it('[EASY-48] keep their form, whatever it is, and run off no page', () => {
    expect(photoSize(red)).toEqual({ wide: 3, high: 2.25 })
    const sized = (wide: number, high: number) => {
      const at = Buffer.from(red).indexOf(Uint8Array.of(0xff, 0xc0)) + 5
      const photo = Uint8Array.from(red)
      photo.set([high >> 8, high & 255, wide >> 8, wide & 255], at)
      return photoSize(photo)
    }
    expect(sized(1_000, 1_000)).toEqual({ wide: 3, high: 3 })
    expect(sized(600, 1_200)).toEqual({ wide: 2.25, high: 4.5 })
    expect(sized(1, 1_600)).toEqual({ wide: 0.05, high: 4.5 })
    expect(sized(1_600, 1)).toEqual({ wide: 3, high: 0.05 })
  })

  it('[EASY-48] are described by hostile words as words', async () => {
    const rows = HOSTILE_TEXTS.map((words) => ({ ...ANNA, 'photo-words': words }))
    const pages = pagesOf(easy(planWith(...rows)))
    const html = writeHtml(pages)
    expect(html).not.toMatch(/<script|<img(?! src="data:image\/jpeg;base64,[A-Za-z0-9+/=]*" alt="[^"]*"[^<>]*>)/)
    expect([...html.matchAll(IMG)].length).toBeGreaterThan(3)
    for (const text of [textOfDocx(await writeDocx(pages)), textOfOdt(writeOdt(pages))])
      expect(bare(text)).toContain(bare('Anna helps me.'))
    expect((await pdf.make(easy(planWith(...rows)), 'anna')).length).toBeGreaterThan(1_000)
  }, 60_000)
})

describe('the photos a copy needs', () => {
  it('[EASY-48] are those of its rows, each once, and none where nothing draws them', async () => {
    const { edition } = draftOf(planWith(ANNA, ANNA, { words: 'Tea.', picture: 'tea' }))
    expect(photosShown(edition)).toEqual([photoId(red)])
    let asked = 0
    const find = createFindPhotos({
      photosOf: async () => {
        asked += 1
        return []
      },
      photoBytes: async () => 'removed',
    })
    expect(await find('p', edition, { format: 'pdf', size: 'normal' })).toBeUndefined()
    expect(await find('p', edition, { format: 'csv', size: 'large' })).toBeUndefined()
    expect(asked).toBe(0)
    for (const form of [
      { format: 'json', size: 'normal' },
      { format: 'pdf', size: 'easy' },
    ] as const)
      expect(await find('p', edition, form)).toEqual(new Map([[photoId(red), 'removed']]))
  })
})
