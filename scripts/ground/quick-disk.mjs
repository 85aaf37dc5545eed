import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const IN_MEMORY = '/dev/shm'
/** What tests keep at one time is a hundredth of this. */
const ROOM = 6_000_000_000

/**
 * A folder for what tests keep meanwhile, in memory where the machine has plenty: else thousands of commits wait for a disk, each some
 * milliseconds, and only after a cut of the whole machine's power, which no unit test makes, would a disk have more.
 * @returns its path, or null where the system's own folder is to be used; `end` takes it away
 */
export function quickDisk(place = IN_MEMORY, room = ROOM) {
  let folder = null
  const end = () => folder && rmSync(folder, { recursive: true, force: true })
  try {
    const { bavail, bsize } = statfsSync(place)
    if (Math.min(bavail * bsize, freemem()) < room) return { folder, end }
    folder = mkdtempSync(join(place, 'withy-'))
    if (canRunIn(folder)) return { folder, end }
  } catch {
    // No such place, or not for us.
  }
  end()
  return { folder: null, end: () => undefined }
}

/** Tests write programs too, and some systems run none from memory. */
function canRunIn(folder) {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
  const { status } = spawnSync(program)
  rmSync(program)
  return status === 0
}
