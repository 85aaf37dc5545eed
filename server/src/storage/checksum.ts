import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StorageProblem } from './storage-problem.ts'

/** Where a back-up's sum is kept: beside it, as `sha256sum -c` reads it. */
export const sumFile = (file: string): string => `${file}.sha256`

/** Keeps the sum of a file's bytes. `of`: what the file will be called. */
export function keepSum(sum: string, of: string): void {
  writeFileSync(sumFile(of), `${sum}  ${basename(of)}\n`, { mode: 0o600, flag: 'wx', flush: true })
}

/** The sum kept beside a back-up. Throws StorageProblem when there is none. */
export function readSum(file: string): string {
  let kept = ''
  try {
    kept = readFileSync(sumFile(file), 'utf8')
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
  }
  const sum = /^[0-9a-f]{64}(?= [ *])/.exec(kept)?.[0]
  if (sum) return sum
  throw new StorageProblem(
    `${sumFile(file)} has to be beside the back-up: it shows that nothing in it has changed. Put both files back together.`,
  )
}

/** The sum of a file's bytes, in hexadecimal. `to`: where a copy goes, made from the very bytes that were counted. */
export async function sumOf(file: string, to?: string): Promise<string> {
  const hash = createHash('sha256')
  if (to === undefined) {
    await pipeline(createReadStream(file), hash)
  } else {
    const count = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await pipeline(createReadStream(file), count, createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true }))
  }
  return hash.digest('hex')
}
