import { changeJson, write } from './write.mjs'

export const plants = [
  {
    fault: 'a file nobody imports',
    plant: (root) => write(root, 'server/src/planted-dead.ts', 'export const planted = 1\n'),
    expects: /^files: server\/src\/planted-dead\.ts$/m,
  },
  {
    fault: 'a package nobody uses',
    plant: (root) =>
      changeJson(root, 'server/package.json', (json) => {
        json.dependencies['planted-package'] = '1.0.0'
      }),
    expects: /^dependencies: server\/package\.json planted-package$/m,
  },
]
