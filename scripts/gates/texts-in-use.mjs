import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { filesUnder } from './tree.mjs'

const TEST = /\.test\.tsx?$/

/**
 * The ids of texts that the client's own code can ask for: every string it has, and of `common.role-${role}` what its type
 * says it can be. By the type and not by the pattern: `live.${kind}` would count every text of live as used.
 */
export function idsInClient(root) {
  const config = { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} }
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(join(root, 'client/tsconfig.json'), {}, config)
  const program = ts.createProgram(
    fileNames.filter((file) => !TEST.test(file)),
    options,
  )
  const types = program.getTypeChecker()
  const ids = new Set()
  const visit = (node) => {
    if (ts.isTypeNode(node)) return
    if (ts.isStringLiteralLike(node)) ids.add(node.text)
    if (ts.isTemplateExpression(node) && canBeAnId(node))
      for (const id of literalsOf(types.getTypeAtLocation(node))) ids.add(id)
    ts.forEachChild(node, visit)
  }
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(root, 'client/src/')))
  for (const file of sources.filter(({ fileName }) => !TEST.test(fileName) && !fileName.endsWith('.json'))) visit(file)
  return ids
}

/** An id is `list.key`: asking for the type of every class, path and sentence that is put together takes longer than all else. */
const canBeAnId = ({ head, templateSpans }) =>
  /^[\w-]*\.[\w-]*$/.test([head, ...templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(''))

const literalsOf = (type) =>
  (type.isUnion() ? type.types : [type]).filter((one) => one.isStringLiteral()).map(({ value }) => value)

/** Sentences of exports/words.ts by their key, and whether anything that is exported says `OURS.<key>`. */
export function exportWords(root) {
  const folder = 'server/src/exports'
  const files = filesUnder(root, [folder], /\.ts$/).filter((file) => !TEST.test(file))
  const code = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const list = /OURS = \{\n(.*?)\n\}/s.exec(readFileSync(join(root, folder, 'words.ts'), 'utf8'))?.[1] ?? ''
  return [...list.matchAll(/^ {2}(\w+): \{/gm)].map(([, key]) => ({
    key,
    isUsed: new RegExp(`\\bOURS\\.${key}\\b`).test(code),
  }))
}
