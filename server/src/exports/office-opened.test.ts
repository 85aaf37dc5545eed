import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildPlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import { draftOf, hostile, sealed } from '../testing/exported-plans.ts'
import { aboutBox, suggestionOf, threadOf, withTalk } from '../testing/talk-about.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { fileIn } from '../testing/text-of-office.ts'
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

/** Has LibreOffice write files in another form into the same folder. */
function convert(folder: string, to: string, ...files: readonly string[]): void {
  execFileSync(
    'soffice',
    [
      // Its own settings, so that it neither waits for another one nor leaves anything.
      `-env:UserInstallation=${pathToFileURL(join(folder, 'settings')).href}`,
      ...['--headless', '--convert-to', to, '--outdir', folder, ...files],
    ],
    { stdio: 'ignore', timeout: 50_000 },
  )
}

it.skipIf(!canOpen && !process.env.CI)(
  '[EXPORT-47] [EXPORT-48] LibreOffice opens both, and reads in them what the plan says',
  { timeout: 60_000 },
  async () => {
    const exported = sealed(hostile())
    const folder = tempDir()
    const files = [join(folder, 'word.docx'), join(folder, 'open.odt')] as const
    writeFileSync(files[0], await writeDocx(pagesOf(exported)))
    writeFileSync(files[1], writeOdt(pagesOf(exported)))
    convert(folder, 'txt:Text (encoded):UTF8', ...files)
    for (const name of ['word.txt', 'open.txt']) {
      const text = readFileSync(join(folder, name), 'utf8')
      expectWordForWord(text, exported)
      expect(text).toContain('Kofi')
    }
  },
)

it.skipIf(!canOpen && !process.env.CI)(
  '[TALK-89] [TALK-90] LibreOffice finds the comments and tracked changes of a Word file, with who said them',
  { timeout: 60_000 },
  async () => {
    const words = { quote: 'walk', before: '', after: '' }
    const plan = buildPlan('area', { text: { 'place.where': ['The mill is old. We walk.'] } })
    const threads = [threadOf(['Which mill?', 'The upper one.'], { about: aboutBox({ words }) })]
    const suggestions = [suggestionOf('The mill is old.', 'The mill is very old.', { name: 'Gwen' })]
    const annex = { annex: 1, at: '2026-11-21T18:00:00.000Z', threads, suggestions } as const
    const folder = tempDir()
    const file = join(folder, 'said.docx')
    writeFileSync(file, await writeDocx(pagesOf(withTalk(draftOf(plan), annex, 'native'))))
    convert(folder, 'odt', file)
    const content = fileIn(readFileSync(join(folder, 'said.odt')), 'content.xml')
    const annotations = Array.from(content.matchAll(/<office:annotation .*?<\/office:annotation>/gs), ([one]) =>
      one.replace(/<[^>]*>/g, ' '),
    )
    expect(annotations.filter((one) => /Guest 0.*Which mill\?/.test(one))).toHaveLength(1)
    expect(annotations.filter((one) => /Guest 1.*The upper one\./.test(one))).toHaveLength(1)
    const changed = /<text:tracked-changes.*<\/text:tracked-changes>/s.exec(content)?.[0] ?? ''
    expect(changed).toMatch(/<text:deletion>.*Gwen.*The mill is old\./s)
    expect(changed).toMatch(/<text:insertion>.*Gwen/s)
    expect(content).toContain('The mill is very old.')
  },
)
