import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Run } from './decode.ts'
import type { RangesByClient } from './ranges.ts'

/** What is new in an update: of each run only the clocks from `from` on (`from` may lie inside its first struct). */
export type News = { readonly runs: readonly Run[]; readonly deletes: RangesByClient }

/**
 * Writes an update of format V1 afresh from what the gate read. So nothing the gate did not see is stored or sent on
 * (bytes after the end, a second empty run), and nothing that is known already is stored twice.
 */
export function encodeUpdate({ runs, deletes }: News): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const out = encoder.restEncoder
  encoding.writeVarUint(out, runs.length)
  // Higher client ids first, as Yjs writes them: concurrent inserts resolve in fewer steps.
  for (const run of [...runs].sort((a, b) => b.client - a.client)) {
    const structs = run.structs.filter(({ id, length }) => id.clock + length > run.from)
    encoding.writeVarUint(out, structs.length)
    encoder.writeClient(run.client)
    encoding.writeVarUint(out, run.from)
    for (const struct of structs) struct.write(encoder, Math.max(0, run.from - struct.id.clock))
  }
  encoding.writeVarUint(out, deletes.size)
  for (const [client, ranges] of [...deletes].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, ranges.length)
    for (const { from, to } of ranges) {
      encoder.writeDsClock(from)
      encoder.writeDsLen(to - from)
    }
  }
  return encoder.toUint8Array()
}
