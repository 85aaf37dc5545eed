import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { hostile, sealed } from '../testing/exported-plans.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { expectWordForWord } from '../testing/word-for-word.ts'
import { writeDocx } from './docx.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'

const canOpen = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(
      'LibreOffice is not here, so nothing opens the DOCX and ODT files. On Debian: apt-get install libreoffice-writer-nogui',
    )
    return false
  }
})()

it.skipIf(!canOpen && !process.env.CI)(
  '[EXPORT-47] [EXPORT-48] LibreOffice opens both, and reads in them what the plan says',
  { timeout: 60_000 },
  async () => {
    const exported = sealed(hostile())
    const folder = tempDir()
    const files = [join(folder, 'word.docx'), join(folder, 'open.odt')] as const
    writeFileSync(files[0], await writeDocx(pagesOf(exported)))
    writeFileSync(files[1], writeOdt(pagesOf(exported)))
    execFileSync(
      'soffice',
      [
        // Its own settings, so that it neither waits for another one nor leaves anything.
        `-env:UserInstallation=${pathToFileURL(join(folder, 'settings')).href}`,
        ...['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...files],
      ],
      { stdio: 'ignore', timeout: 50_000 },
    )
    for (const name of ['word.txt', 'open.txt']) {
      const text = readFileSync(join(folder, name), 'utf8')
      expectWordForWord(text, exported)
      expect(text).toContain('Kofi')
    }
  },
)
