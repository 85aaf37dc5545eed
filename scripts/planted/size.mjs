import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { changeJson, write } from './write.mjs'

const MANIFEST = 'client/dist/.vite/manifest.json'

/** Makes something that a module imports heavy: random words, because a browser gets them compressed. */
const heavier = (name, chooses) => ({
  fault: `too much to ${name}`,
  alone: true,
  plant: (root) => {
    write(root, 'client/dist/planted.js', `export default '${randomBytes(250_000).toString('base64')}'\n`)
    write(root, 'client/dist/planted.js.br', '')
    changeJson(root, MANIFEST, (manifest) => {
      manifest.planted = { file: 'planted.js' }
      const into = Object.keys(manifest).find((key) => chooses(key))
      if (!into) throw new Error(`No module to make heavier for ${name}`)
      manifest[into].imports = [...(manifest[into].imports ?? []), 'planted']
    })
  },
  expects: new RegExp(`^${name} is [\\d.]+ kB, and may be`, 'm'),
})

const entryOf = (root) =>
  Object.values(JSON.parse(readFileSync(join(root, MANIFEST), 'utf8'))).find(({ isEntry }) => isEntry).file

export const plants = [
  {
    fault: 'no build',
    alone: true,
    plant: (root) => rmSync(join(root, MANIFEST), { force: true }),
    expects: /There is no build to weigh/,
  },
  {
    fault: 'a page that is not in the build',
    alone: true,
    plant: (root) => {
      const renamed = readFileSync(join(root, MANIFEST), 'utf8').replaceAll('src/pages/join', 'src/pages/enter')
      write(root, MANIFEST, renamed)
    },
    expects: /No page to join was found/,
  },
  {
    fault: 'texts that are not in the build',
    alone: true,
    plant: (root) => {
      const renamed = readFileSync(join(root, MANIFEST), 'utf8').replaceAll('src/text/cy-join', 'src/text/cy-folk')
      write(root, MANIFEST, renamed)
    },
    expects: /No texts were found in the build: src\/text\/cy-join\.ts/,
  },
  {
    fault: 'a file that was not packed',
    alone: true,
    plant: (root) => rmSync(join(root, `client/dist/${entryOf(root)}.br`)),
    expects: /^1 files were not packed: assets\//m,
  },
  heavier('join', (key) => key.includes('src/pages/join')),
  heavier('read', (key) => key.includes('src/pages/plan-page')),
  heavier('write', (key) => key.includes('features/editor/rich-editor')),
]
