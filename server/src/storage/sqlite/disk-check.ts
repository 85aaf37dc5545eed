import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Larger than most commits: on a full disk a small write can still come through where the next person's words do not. */
const BYTES = 1024 * 1024

/** Writes something of the size of a large commit to the disk of a data folder, and takes it away again. Throws where that does not work. */
export async function checkDisk(dataDir: string): Promise<void> {
  const path = join(dataDir, 'write-check')
  try {
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(randomBytes(BYTES))
      await file.sync()
    } finally {
      await file.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}
