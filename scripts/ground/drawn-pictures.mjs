import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findHeadlessChromium } from './chromium.mjs'
import { ROOT } from './root.mjs'

/** Three centimetres on paper, at some 200 dots an inch. */
const SIDE = 240

/**
 * Draws each picture as points too, into `png` in their folder: older Words show no SVG. `made-from.json` says of what each was drawn, so
 * that a test tells when one is not of its picture any more.
 */
export async function drawPictures(folder, pictures) {
  const { chromium } = createRequire(join(ROOT, 'e2e/package.json'))('playwright-core')
  const browser = await chromium.launch({ args: ['--no-sandbox'], executablePath: await findHeadlessChromium() })
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
  mkdirSync(join(folder, 'png'), { recursive: true })
  const madeFrom = {}
  for (const { id } of pictures) {
    const svg = readFileSync(join(folder, `${id}.svg`), 'utf8')
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${SIDE}px;height:${SIDE}px}</style>${svg}`)
    writeFileSync(join(folder, `png/${id}.png`), await page.screenshot())
    madeFrom[id] = createHash('sha256').update(svg).digest('hex')
  }
  await browser.close()
  writeFileSync(join(folder, 'png/made-from.json'), `${JSON.stringify(madeFrom, null, 2)}\n`)
  console.log(`${pictures.length} pictures drawn as points`)
}
