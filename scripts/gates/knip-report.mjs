/**
 * A reporter for knip that also says how many files were read, which its own JSON does not: a look at nothing finds
 * nothing. Writes `{ read, found: [{ kind, file, name }] }`.
 */
export default function report({ issues, counters, report: asked, cwd, write }) {
  const found = Object.keys(asked)
    .filter((kind) => asked[kind])
    .flatMap((kind) => Object.values(issues[kind]).flatMap((inFile) => Object.values(inFile)))
    .map(({ type, filePath, symbol }) => ({ kind: type, file: filePath.replace(`${cwd}/`, ''), name: symbol }))
  write(JSON.stringify({ read: counters.processed, found }))
}
