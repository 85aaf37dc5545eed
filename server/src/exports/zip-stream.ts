import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { FIRST_DAY, type FileInZip } from './zip.ts'

/**
 * Files as one ZIP while they are made: each is asked for when the one before has been sent, so no more than one waits in memory, and
 * nothing more is made once whoever asked has gone, and the one under way is given up (SPEC EXPORT-53): that is what the signal that
 * `filesUntil` gets is for. `ended`: called once, however it ends. After `milliseconds` it breaks off: somebody who takes nothing
 * must not hold a place for good.
 */
export function zipStream(
  filesUntil: (gone: AbortSignal) => AsyncIterator<FileInZip>,
  { milliseconds, ended }: { readonly milliseconds: number; readonly ended: () => void },
): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  const files = filesUntil(gone.signal)
  let late: NodeJS.Timeout | undefined
  let isOver = false
  const end = async () => {
    if (isOver) return
    isOver = true
    clearTimeout(late)
    gone.abort()
    await files.return?.()
    ended()
  }
  let chunks: Uint8Array[] = []
  const zip = new Zip((err, chunk) => {
    if (err) throw err
    chunks.push(chunk)
  })
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        late = setTimeout(() => {
          controller.error(new Error('it took too long'))
          void end()
        }, milliseconds)
        late.unref()
      },
      async pull(controller) {
        const next = await files.next().catch(async (err: unknown) => {
          await end()
          throw err
        })
        if (next.done) zip.end()
        else add(zip, next.value)
        for (const chunk of chunks) controller.enqueue(chunk)
        chunks = []
        if (!next.done) return
        controller.close()
        await end()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

function add(zip: Zip, { name, bytes, asItIs }: FileInZip): void {
  const file = asItIs ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
  file.mtime = FIRST_DAY
  zip.add(file)
  file.push(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, true)
}
