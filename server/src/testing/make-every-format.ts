import { createHash } from 'node:crypto'
import { createFormats } from '../exports/formats.ts'
import { createPdfMaker } from '../exports/pdf.ts'
import { examples, sealed } from './exported-plans.ts'

// A program: makes an agreed copy of an example in every format and writes the hash of each to standard output.

const pdf = createPdfMaker()
const hashes: Record<string, string> = {}
// One about a person: a plan about a place has no FHIR.
const [, draft] = examples('cy')
if (draft)
  for (const [format, { make }] of Object.entries(createFormats({ pdf })))
    hashes[format] = createHash('sha256')
      .update(await make(sealed(draft), 'anna'))
      .digest('hex')
pdf.stop()
console.log(JSON.stringify(hashes))
