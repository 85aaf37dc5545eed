import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawPictures } from './drawn-pictures.mjs'
import { ROOT } from './root.mjs'
import { read } from './run-process.mjs'

/**
 * The sets, each at one version, by what the registry says of its bytes: they are no package of Withy's, since only these
 * pictures of them are in it. Health Icons have no colour of their own.
 */
const SETS = {
  fluent: {
    pack: '@iconify-json/fluent-emoji-flat@1.2.6',
    sha512: 'RY47RgPb47fYUiyrA64sIOL0+UU02s29sXpNBbIQRBUlPlfNFTKUmZDERGuxDs/7yNGWqQYvuaSYM1M4fRXlUw==',
    grid: 32,
  },
  health: {
    pack: '@iconify-json/healthicons@1.2.13',
    sha512: '1c6nzjXoYBHwFqckX4Jb0PIReOzm3FZ4hWHNz/YYw1yL7QRBTeolh+S4kWpjWVa8hn9oJjgdFv0fyd8ERcRiEA==',
    grid: 48,
    ink: '#1f4e79',
  },
}

const FOLDER = join(ROOT, 'shared/src/plan/easy/pictures')

/** @returns {Promise<number>} the exit code */
export async function takePictures() {
  const { PICTURES } = await import(join(ROOT, 'shared/src/plan/easy/pictures.ts'))
  for (const [source, set] of Object.entries(SETS)) {
    const { icons } = await iconsOf(set)
    const chosen = PICTURES.filter((picture) => picture.source === source)
    for (const { id, name } of chosen) {
      if (!icons[name]) throw new Error(`${set.pack} has no picture called ${name}.`)
      writeFileSync(join(FOLDER, `${id}.svg`), svgOf(icons[name], set))
    }
    console.log(`${chosen.length} pictures from ${set.pack}`)
  }
  await drawPictures(FOLDER, PICTURES)
  return 0
}

/** Fetched into a folder that goes again, and used only where it is what it was when the pictures were chosen. */
async function iconsOf({ pack, sha512 }) {
  const folder = mkdtempSync(join(tmpdir(), 'withy-pictures-'))
  try {
    const { code, out, err } = await read('npm', ['pack', pack, '--json', '--pack-destination', folder])
    if (code !== 0) throw new Error(`${pack} could not be fetched. ${err}`)
    const file = join(folder, JSON.parse(out)[0].filename)
    const found = createHash('sha512').update(readFileSync(file)).digest('base64')
    if (found !== sha512) throw new Error(`${pack} is not what it was: sha512-${found}`)
    const unpacked = await read('tar', ['-xzf', file, '-C', folder, 'package/icons.json'])
    if (unpacked.code !== 0) throw new Error(`${pack} could not be unpacked. ${unpacked.err}`)
    return JSON.parse(readFileSync(join(folder, 'package/icons.json'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function svgOf({ body, width, height }, { grid, ink }) {
  const coloured = ink ? body.replaceAll('currentColor', ink) : body
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width ?? grid} ${height ?? grid}">${coloured}</svg>\n`
}
