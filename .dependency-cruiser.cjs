// Who may import whom (ARCHITECTURE.md has the picture). scripts/planted/imports.mjs holds a violation of each rule.
const ADAPTERS =
  '^server/src/(storage/(sqlite|postgres|store|migrations)/|storage/(store|migrations|schema)\\.ts$|bus/(local|redis))'
/** Every folder of the server but its common rooms, its ports and the live room. */
const FEATURE = '^server/src/(?!(?:http|live|versions|storage|bus|testing)/)([^/]+)/'
const test = '\\.(test|spec)\\.tsx?$|/testing/'

/** @param {string} name @param {object} from @param {object} to */
const never = (name, from, to) => ({ name, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never('no circles', {}, { circular: true }),
    never('nothing unresolved', {}, { couldNotResolve: true }),
    never(
      'packages are named in package.json',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'], pathNot: '^shared/' },
    ),

    never('shared imports no building', { path: '^shared/' }, { path: '^(server|client|e2e)/' }),
    never(
      'shared is pure',
      { path: '^shared/src/', pathNot: test },
      { pathNot: '^shared/src/', dependencyTypesNot: ['npm'] },
    ),
    never(
      'shared uses yjs, lib0, zod and little else',
      { path: '^shared/src/', pathNot: test },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: '/node_modules/(yjs|lib0|zod|fractional-indexing|diff)/',
      },
    ),
    never(
      'plan comes first',
      { path: '^shared/src/plan/', pathNot: test },
      { path: '^shared/src/(access|protocol|api)/' },
    ),
    never(
      'access comes second',
      { path: '^shared/src/access/', pathNot: test },
      { path: '^shared/src/(protocol|api)/' },
    ),
    never('protocol comes third', { path: '^shared/src/protocol/', pathNot: test }, { path: '^shared/src/api/' }),
    never(
      'shared is entered by its doors',
      { path: '^(server|client|e2e)/' },
      { path: '^shared/src/', pathNot: '^shared/src/(plan|access|protocol|api|plan/examples|testing)/index\\.ts$' },
    ),
    never(
      'test builders are for tests',
      { path: '^(server|client)/src/', pathNot: test },
      { path: '^shared/src/testing/' },
    ),

    never('server imports no other building', { path: '^server/(?!simulation/)' }, { path: '^(client|e2e)/' }),
    never(
      'the simulation puts together what is live at both ends',
      { path: '^server/simulation/' },
      { path: '^(client|e2e)/', pathNot: '^client/src/live/' },
    ),
    never(
      'only main.ts names an adapter',
      {
        path: '^server/src/',
        pathNot: [test, '^server/src/(main|invite|backup|restore|app)\\.ts$', '^server/src/(storage|bus)/'],
      },
      { path: ADAPTERS },
    ),
    never(
      'app.ts takes a store, and makes none',
      { path: '^server/src/app\\.ts$' },
      { path: ADAPTERS, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'an adapter knows its port, not the features',
      { path: '^server/src/(storage|bus)/', pathNot: test },
      // A hash is nobody's feature.
      { path: '^server/src/', pathNot: '^server/src/($1/|sha256\\.ts$)' },
    ),
    never(
      'a server feature never another feature',
      { path: FEATURE, pathNot: test },
      { path: FEATURE, pathNot: '^server/src/$1/' },
    ),
    never(
      'the live room is entered by its door',
      { path: '^server/src/(?!live/|(main|app|metrics|rebuild-plan)\\.ts)', pathNot: test },
      { path: '^server/src/live/', pathNot: '^server/src/live/live\\.ts$' },
    ),

    never('client imports no other building', { path: '^client/' }, { path: '^(server|e2e)/' }),
    never(
      'a client feature never another feature',
      { path: '^client/src/features/([^/]+)/', pathNot: test },
      { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    ),
    never('features import no page', { path: '^client/src/features/' }, { path: '^client/src/(pages|app)/' }),
    never(
      'common rooms import no feature',
      { path: '^client/src/(live|api|plan-view|ui|text|styles)/', pathNot: test },
      { path: '^client/src/(features|pages|app)/' },
    ),
    never(
      'ui and text import nothing of ours but each other',
      { path: '^client/src/(ui|text)/', pathNot: test },
      { path: '^client/src/(live|api|plan-view|features|pages|app)/' },
    ),

    never('e2e imports shared only', { path: '^e2e/' }, { path: '^(server|client)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The peers of the bench are a package of their own, which is there only once somebody measures beside them.
    exclude: { path: '/(dist|data|test-results)/|^server/bench/peers/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'client/tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
