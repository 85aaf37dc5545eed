import { createHash } from 'node:crypto'
import { exampleInEasyWords } from '@withy/shared/examples'
import { createFormats } from '../exports/formats.ts'
import { createPdfMaker } from '../exports/pdf.ts'
import { draftOf, examples, sealed } from './exported-plans.ts'

// A program: makes an agreed copy of an example in every format and writes the hash of each to standard output.

const pdf = createPdfMaker()
const hashes: Record<string, string> = {}
// One about a person: a plan about a place has no FHIR.
const [, draft] = examples('cy')
const sha256 = (made: string | Uint8Array): string => createHash('sha256').update(made).digest('hex')
const formats = createFormats({ pdf })
if (draft)
  for (const [format, { make }] of Object.entries(formats)) hashes[format] = sha256(await make(sealed(draft), 'anna'))
// In Easy Read, twice in one process: a library that counts on would tell.
for (const format of ['html', 'pdf', 'docx', 'odt'] as const)
  for (const time of ['once', 'again']) {
    const easy = draftOf(exampleInEasyWords('rosa-tillingham', 'cy'), { lang: 'cy', size: 'easy' })
    hashes[`easy ${format} ${time}`] = sha256(await formats[format].make(sealed(easy), 'anna'))
  }
pdf.stop()
console.log(JSON.stringify(hashes))
