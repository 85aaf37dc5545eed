import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, it } from 'vitest'
import { boxFont } from './box-font.ts'

const template = `#set document(title: "Boxes")
#set text(font: "Boxes", fallback: false)
#sys.inputs.words`

it('[EXPORT-6] has a box for every character, so that PDF/UA takes it and it is still there to copy', () => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [Buffer.from(boxFont('Boxes'))] }] })
  // The last of the first plane that is a character, a private one, and the last of all.
  for (const words of ['日本語 한국어', '\u0007', '\ufffd\ue000', '\u{1f9d1}\u{10fffd}']) {
    const { result } = compiler.compile({ mainFileContent: template, inputs: { words } })
    if (!result) throw new Error('not laid out')
    expect(compiler.pdf(result, { pdfStandard: 'ua-1' }).subarray(0, 5).toString()).toBe('%PDF-')
  }
})
