/** The data folder cannot be used, or holds something this server cannot use. The message is a sentence for whoever starts it. */
export class StorageProblem extends Error {}

const OTHER = 'For example: DATA_DIR=./data.'

/** By what the system or SQLite calls it; longer names of SQLite's begin with these. */
const SENTENCES: Readonly<Record<string, (dataDir: string) => string>> = {
  EEXIST: (dir) => `${dir}, or something on the way to it, is a file, and the plans need a folder. ${OTHER}`,
  ENOTDIR: (dir) => SENTENCES.EEXIST?.(dir) ?? '',
  ENOENT: (dir) => `The folder ${dir} cannot be made there. Name another: ${OTHER}`,
  EACCES: (dir) => `This account may not read and write in ${dir}. Let it, or name a folder of its own. ${OTHER}`,
  EPERM: (dir) => SENTENCES.EACCES?.(dir) ?? '',
  SQLITE_CANTOPEN: (dir) => SENTENCES.EACCES?.(dir) ?? '',
  SQLITE_PERM: (dir) => SENTENCES.EACCES?.(dir) ?? '',
  EROFS: (dir) => `Nothing can be written in ${dir}: its disk is for reading only. Name another folder. ${OTHER}`,
  SQLITE_READONLY: (dir) =>
    `Nothing can be written in ${dir}: its files are for reading only. Name another folder. ${OTHER}`,
  ENOSPC: (dir) => `The disk of ${dir} is full. Make room, or name a folder on another disk. ${OTHER}`,
  SQLITE_FULL: (dir) => SENTENCES.ENOSPC?.(dir) ?? '',
  SQLITE_NOTADB: (dir) =>
    `The file withy.db in ${dir} is not one of Withy's. Put it back from your copy, or name another folder. ${OTHER}`,
  SQLITE_CORRUPT: (dir) =>
    `The file withy.db in ${dir} is damaged. Put it back from your copy, or name another folder. ${OTHER}`,
}

/** What went wrong with a data folder as a StorageProblem, where it is one people can mend; else as it was (SPEC STORE-30). */
export function inWords(dataDir: string, err: unknown): unknown {
  const code = String((err as { code?: unknown } | null)?.code ?? '')
  const known = Object.keys(SENTENCES).find(
    (one) => code === one || (code.startsWith('SQLITE') && code.startsWith(`${one}_`)),
  )
  const sentence = known && SENTENCES[known]
  return sentence ? new StorageProblem(sentence(dataDir), { cause: err }) : err
}
