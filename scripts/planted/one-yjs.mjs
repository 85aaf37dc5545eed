import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { change, write } from './write.mjs'

export const plants = [
  {
    fault: 'a second Yjs in the lockfile',
    plant: (root) =>
      change(root, 'pnpm-lock.yaml', (text) =>
        text.replace('\npackages:\n', '\npackages:\n\n  yjs@13.6.8:\n    resolution: {integrity: sha512-planted}\n'),
      ),
    expects: /has 2 versions of yjs/,
  },
  {
    fault: 'a second Yjs on the disk',
    plant: (root) => {
      rmSync(join(root, 'client/node_modules/yjs'), { force: true })
      write(root, 'client/node_modules/yjs/package.json', '{ "name": "yjs", "version": "13.6.33" }\n')
    },
    expects: /Yjs is found in 2 places/,
  },
]
