import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { FONT_NAMES, fontFiles } from './pdf-fonts.ts'

/**
 * The process in which Typst runs. Takes `{ data }` (see pdf-data.ts) and answers with `{ pdf }`, or with `{ failed }`:
 * how far it came, and never Typst's own message, which quotes people's words.
 */
export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly failed: 'layout' | 'pdf' }

const template = readFileSync(new URL('./plan.typ', import.meta.url), 'utf8')
// A folder that is not there: nothing a plan could say would find a file to read. Packages need the network and are not asked for.
const compiler = NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs: fontFiles() }] })

process.on('message', ({ data }: { data: object }) => process.send?.(make(data)))
process.on('disconnect', () => process.exit())
process.send?.('ready')

function make(data: object): PdfAnswer {
  try {
    const plan = JSON.stringify({ ...data, fonts: FONT_NAMES })
    const { result } = compiler.compile({ mainFileContent: template, inputs: { plan } })
    if (!result) return { failed: 'layout' }
    return { pdf: compiler.pdf(result, { pdfStandard: 'ua-1' }) }
  } catch {
    return { failed: 'pdf' }
  } finally {
    // What was laid out is kept for the next time otherwise, and with it people's words.
    compiler.evictCache(0)
  }
}
