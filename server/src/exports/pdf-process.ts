import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { CopyPhotos, Exported } from './exported.ts'
import { pagesOf } from './pages.ts'
import { pdfData, photoFile } from './pdf-data.ts'
import { FONT_NAMES, fontFiles } from './pdf-fonts.ts'

/**
 * The process in which Typst runs. Takes a copy and what to make it `as`, and answers with what it `made`, or with `{ failed }`: how far it came, and never a message, which would quote people's words.
 */
export type PdfAnswer = { readonly made: Uint8Array } | { readonly failed: 'layout' | 'pdf' | 'docx' }
type Asked = { readonly copy: Exported; readonly as: 'pdf' | 'docx' }

const template = readFileSync(new URL('./plan.typ', import.meta.url), 'utf8')
// A folder that is not there: nothing a plan could say would find a file to read. Packages need the network and are not asked for.
const FOLDER = '/nowhere'
const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: fontFiles() }] })

process.on('message', async ({ copy, as }: Asked) => {
  process.send?.(as === 'pdf' ? makePdf(copy) : await makeDocx(copy))
})
process.on('disconnect', () => process.exit())
process.send?.('ready')

function makePdf(copy: Exported): PdfAnswer {
  try {
    for (const [id, photo] of copy.photos ?? [])
      if (photo !== 'removed') compiler.mapShadow(photoPath(id), Buffer.from(photo.bytes))
    const result = laidOut(copy) ?? laidOut({ ...copy, photos: photosThatDraw(copy.photos) })
    if (!result) return { failed: 'layout' }
    return { made: compiler.pdf(result, { pdfStandard: 'ua-1' }) }
  } catch {
    return { failed: 'pdf' }
  } finally {
    compiler.resetShadow()
    // What was laid out is kept for the next time otherwise, and with it people's words.
    compiler.evictCache(0)
  }
}

const photoPath = (id: string) => `${FOLDER}${photoFile(id)}`

function laidOut(copy: Exported) {
  const plan = JSON.stringify({ ...pdfData(pagesOf(copy)), fonts: FONT_NAMES })
  return compiler.compile({ mainFileContent: template, inputs: { plan } }).result
}

/** A photo can be whole by its parts and have points no program can draw: that must not keep a whole plan from being printed. */
function photosThatDraw(photos: CopyPhotos = new Map()): CopyPhotos {
  const draws = (id: string) => compiler.compile({ mainFileContent: `#image("${photoFile(id)}")` }).result !== null
  return new Map([...photos].filter(([id, photo]) => photo === 'removed' || draws(id)))
}

/** Loaded when it is asked for: many never are. */
async function makeDocx(copy: Exported): Promise<PdfAnswer> {
  try {
    const { writeDocx } = await import('./docx.ts')
    return { made: await writeDocx(pagesOf(copy)) }
  } catch {
    return { failed: 'docx' }
  }
}
