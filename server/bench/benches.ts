import type { Bench } from './bench.ts'
import { bench as exporting } from './benches/exporting.ts'
import { bench as opening } from './benches/opening.ts'
import { bench as saving } from './benches/saving.ts'
import { bench as sizes } from './benches/sizes.ts'
import { bench as typing } from './benches/typing.ts'

/** Every bench, in the order of the README. */
export const BENCHES: Readonly<Record<string, Bench>> = { opening, typing, saving, exporting, sizes }
