import type { Much } from './bench.ts'
import { BENCHES } from './benches.ts'

// One round of one case in a process of its own: nothing that an earlier one warmed up, filled or left running counts.
const [name = '', of = '', much = 'full'] = process.argv.slice(2)
const bench = BENCHES[name]
if (!bench) throw new Error(`There is no bench ${name}.`)
// Every y-websocket client listens for the end of the process, and there are twenty at once.
process.setMaxListeners(0)
process.send?.(await bench.measure(of, much as Much))
process.disconnect?.()
