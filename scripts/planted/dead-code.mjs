import { change, changeJson, write } from './write.mjs'

export const plants = [
  {
    fault: 'a file nobody imports',
    plant: (root) => write(root, 'server/src/planted-dead.ts', 'export const planted = 1\n'),
    expects: /^files: server\/src\/planted-dead\.ts$/m,
  },
  {
    fault: 'an export nobody imports',
    plant: (root) => change(root, 'client/src/ui/button.tsx', (source) => `${source}export const planted = 1\n`),
    expects: /^exports: client\/src\/ui\/button\.tsx planted$/m,
  },
  {
    fault: 'an export of a door that only its own file uses',
    plant: (root) =>
      change(root, 'shared/src/access/roles.ts', (source) => `${source}export const planted = 1\nvoid planted\n`),
    expects: /^exports: shared\/src\/access\/roles\.ts planted$/m,
  },
  {
    fault: 'an export of a door that a test takes with all the others',
    plant: (root) => change(root, 'shared/src/api/limits.ts', (source) => `${source}export const planted = 1\n`),
    expects: /^exports: shared\/src\/api\/limits\.ts planted \(only tests use it\)$/m,
  },
  {
    fault: 'a file that only a test imports',
    plant: (root) => {
      write(root, 'server/src/planted-tested.ts', 'export const planted = 1\n')
      write(root, 'server/src/planted-tested.test.ts', "import { planted } from './planted-tested.ts'\nvoid planted\n")
    },
    expects: /^files: server\/src\/planted-tested\.ts \(only tests use it\)$/m,
  },
  {
    fault: 'a package nobody uses',
    plant: (root) =>
      changeJson(root, 'server/package.json', (json) => {
        json.dependencies['planted-package'] = '1.0.0'
      }),
    expects: /^dependencies: server\/package\.json planted-package$/m,
  },
  {
    fault: 'nothing that is read',
    alone: true,
    plant: (root) =>
      changeJson(root, 'knip.json', (json) => {
        json.workspaces = { '.': { entry: ['nowhere/*.ts'], project: ['nowhere/*.ts'] } }
      }),
    expects: /^knip read \d+ files where there are [1-9]/m,
  },
  {
    fault: 'a building that is not read',
    alone: true,
    plant: (root) =>
      changeJson(root, 'knip.json', (json) => {
        json.workspaces.e2e = { entry: ['nowhere/*.ts'], project: ['nowhere/*.ts'] }
      }),
    expects: /^knip read \d+ files where there are [1-9]/m,
  },
]
