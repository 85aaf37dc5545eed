import { checkFile, type FileChecked } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPdfMaker } from '../exports/pdf.ts'
import { asksToAgree, says, seals } from '../testing/agreeing.ts'
import { draftOf, sealed } from '../testing/exported-plans.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member } from '../testing/people.ts'
import { photoInFile, planWithPhotos, startsWithPhotos } from '../testing/photo-plans.ts'
import { PHOTOS, photoId } from '../testing/photos.ts'
import { readFile } from './read-file.ts'
import { readPdf } from './read-pdf.ts'

const { red, yellow } = PHOTOS
const pdf = createPdfMaker()
let withy: Withy
beforeAll(async () => {
  withy = await openWithy({ pdf, reader: { within: (_, work) => work(readFile) } })
})
afterAll(() => {
  pdf.stop()
  return withy.close()
})

const checks = async (file: Uint8Array) =>
  (await withy.device().ask('POST', checkFile.path, file, { 'content-type': 'application/octet-stream' }))
    .body as FileChecked
const takes = async ({ ask, plan }: Member, form: string) =>
  (await ask('GET', `/api/plans/${plan}/sealed/1/take-away/${form}`)).bytes
const swapped = (file: Uint8Array, from: string, to: string) => {
  const text = Buffer.from(file).toString('utf8')
  expect(text).toContain(from)
  return Buffer.from(text.replaceAll(from, to))
}

/** Anna's plan with a photo of hers, agreed and sealed. */
async function agreedWithPhoto(): Promise<Member> {
  const anna = await startsWithPhotos(withy, red)
  const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
  const round = await asksToAgree(anna, [ben])
  await says(ben, round.id, 'agree')
  await seals(anna, round.id)
  return anna
}

describe('checking a copy of what was agreed that has photos', { timeout: 60_000 }, () => {
  it('[EASY-48] says that it is one, also after the photo was taken away', async () => {
    const anna = await agreedWithPhoto()
    const copies = await Promise.all(
      ['html?size=easy', 'pdf?size=easy&lang=cy', 'json'].map((form) => takes(anna, form)),
    )
    expect(copies[0]?.toString()).toContain(photoInFile(red).jpeg)
    // Saved again, so that it is read and not only known by its bytes.
    const saved = [Buffer.concat([copies[0] ?? Buffer.of(), Buffer.from('\n')]), ...copies.slice(1)]
    for (const file of [...copies, ...saved])
      expect(await checks(file)).toMatchObject({ is: 'agreed', isRedrawn: false })
    await anna.gets('DELETE', `/api/plans/${anna.plan}/photos/${photoId(red)}`)
    for (const file of [...copies, ...saved])
      expect(await checks(file)).toMatchObject({ is: 'agreed', isRedrawn: false })
    const after = await takes(anna, 'html?size=easy')
    expect(after.toString()).toContain('(This photo was taken away. It showed: Anna, laughing)')
    expect(await checks(after)).toMatchObject({ is: 'agreed', isRedrawn: false })
  })

  it('[EASY-48] says of one with another photo in its place that it looks otherwise, or reads so', async () => {
    const anna = await agreedWithPhoto()
    const html = await takes(anna, 'html?size=easy')
    const other = photoInFile(yellow).jpeg
    expect(await checks(swapped(html, photoInFile(red).jpeg, other))).toMatchObject({ is: 'agreed', isRedrawn: true })
    expect(await checks(swapped(html, 'alt="Anna, laughing"', 'alt="Ben"'))).toMatchObject({ isRedrawn: true })
    expect(await checks(swapped(await takes(anna, 'json'), photoInFile(red).jpeg, other))).toMatchObject({
      is: 'changed',
    })
  })

  it('[EASY-48] [EXPORT-83] tells a PDF with another photo from one with the agreed one, and the same one twice as the same', async () => {
    const lookOf = async (photo: Uint8Array) => {
      const photos = new Map([[photoId(red), { bytes: photo, said: { shows: 'nobody' } } as const]])
      const copy = sealed(draftOf(planWithPhotos(red), { size: 'easy', photos }))
      return readPdf(new Uint8Array(await pdf.make(copy, 'anna')))
    }
    const [one, again, other] = [await lookOf(red), await lookOf(red), await lookOf(yellow)]
    expect(again).toEqual(one)
    expect(other.words).toBe(one.words)
    expect(other.look).not.toBe(one.look)
  })
})
