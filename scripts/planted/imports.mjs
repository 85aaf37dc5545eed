import { basename } from 'node:path'
import { change, write } from './write.mjs'

/** One import that goes the wrong way, and the rule that must see it. */
const wrong = (rule, from, to) => ({
  fault: rule,
  plant: (root) => write(root, from, `import '${to}'\n\nexport const planted = 1\n`),
  expects: new RegExp(`^${rule}: .*${basename(from)}`, 'm'),
})

/** A file for others to import wrongly. */
const target = (path, imports = '') => ({
  plant: (root) => write(root, path, `${imports && `import '${imports}'\n`}export const target = 1\n`),
})

export const plants = [
  target('server/src/plans/planted-target.ts'),
  target('server/src/storage/sqlite/planted-target.ts'),
  target('server/src/live/planted-target.ts'),
  target('client/src/features/lists/planted-target.ts'),
  target('client/src/live/planted-target.ts'),
  target('client/src/app/planted-target.ts'),
  target('e2e/planted-target.ts'),
  target('shared/src/plan/planted-circle-back.ts', './planted-circle.ts'),
  wrong('no circles', 'shared/src/plan/planted-circle.ts', './planted-circle-back.ts'),
  wrong('nothing unresolved', 'client/src/ui/planted-nowhere.ts', './planted-is-not-there.ts'),
  wrong('packages are named in package.json', 'client/src/ui/planted-package.ts', 'typescript'),
  wrong('shared imports no building', 'shared/src/plan/planted-up.ts', '../../../server/src/plans/planted-target.ts'),
  wrong('shared is pure', 'shared/src/plan/planted-node.ts', 'node:fs'),
  wrong('shared uses yjs, lib0, zod and little else', 'shared/src/plan/planted-npm.ts', 'fast-check'),
  wrong('plan comes first', 'shared/src/plan/planted-order.ts', '../access/index.ts'),
  wrong('access comes second', 'shared/src/access/planted-order.ts', '../protocol/index.ts'),
  wrong('protocol comes third', 'shared/src/protocol/planted-order.ts', '../api/index.ts'),
  wrong(
    'shared is entered by its doors',
    'server/src/plans/planted-window.ts',
    '../../../shared/src/plan/catalogue.ts',
  ),
  wrong('test builders are for tests', 'server/src/plans/planted-builders.ts', '@withy/shared/testing'),
  wrong(
    'server imports no other building',
    'server/src/plans/planted-client.ts',
    '../../../client/src/live/planted-target.ts',
  ),
  wrong(
    'the simulation puts together what is live at both ends',
    'server/simulation/planted-page.ts',
    '../../client/src/app/planted-target.ts',
  ),
  wrong('only main.ts names an adapter', 'server/src/plans/planted-adapter.ts', '../storage/sqlite/planted-target.ts'),
  wrong(
    'an adapter knows its port, not the features',
    'server/src/storage/sqlite/planted-feature.ts',
    '../../plans/planted-target.ts',
  ),
  wrong('a server feature never another feature', 'server/src/people/planted-feature.ts', '../plans/planted-target.ts'),
  wrong('the live room is entered by its door', 'server/src/plans/planted-live.ts', '../live/planted-target.ts'),
  wrong(
    'client imports no other building',
    'client/src/ui/planted-server.ts',
    '../../../server/src/plans/planted-target.ts',
  ),
  wrong(
    'a client feature never another feature',
    'client/src/features/reading/planted-feature.ts',
    '../lists/planted-target.ts',
  ),
  wrong('features import no page', 'client/src/features/lists/planted-page.ts', '../../app/planted-target.ts'),
  wrong('common rooms import no feature', 'client/src/live/planted-feature.ts', '../features/lists/planted-target.ts'),
  wrong(
    'ui and text import nothing of ours but each other',
    'client/src/ui/planted-live.ts',
    '../live/planted-target.ts',
  ),
  wrong('e2e imports shared only', 'e2e/planted-server.ts', '../server/src/plans/planted-target.ts'),
  {
    fault: 'app.ts takes a store, and makes none',
    plant: (root) =>
      change(root, 'server/src/app.ts', (source) => `import './storage/sqlite/planted-target.ts'\n${source}`),
    expects: /^app\.ts takes a store, and makes none: server\/src\/app\.ts →/m,
  },
  {
    fault: 'a room that is not read, as when the reader does not know this TypeScript',
    alone: true,
    plant: (root) =>
      change(root, '.dependency-cruiser.cjs', (config) =>
        config.replace("exclude: { path: '", "exclude: { path: '^server/|"),
      ),
    expects: /^nothing was read in server$/m,
  },
]
