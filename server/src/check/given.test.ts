import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lettersHash } from './letters.ts'
import { readFile } from './read-file.ts'

// Copies as an earlier Withy gave them, and what was remembered of each then. They are never made anew. Where one of them is read in
// another way, every copy anybody has and has saved again would be told to be changed: read them as they were.
const GIVEN = {
  'en.pdf': [
    '062f2ed145f7e5ff2408f8d14bd0192d896b6783168a399645511d17b1087179',
    'a88cdaecda0ff7b499a637215676f6da3d107c4753602f871dc5f4aa77b0f599',
  ],
  'cy.pdf': [
    'e41b8f57973961aced6afe2bceb816493714e571fa24ec67ae83b7a016976a78',
    '7cacb130997050c2b86c70318ef10e8d5deee6d6ef190c72aa1226049215dcd7',
  ],
  'en.html': [
    'ed8e4a9e79fa9d2ee2da4ef18d5bac6ead6931ce754cf639798e355fb0b74963',
    'cab927af64744d695e6442663bfbdaeaaea395c986c14eeebbcff6511feb8c3d',
  ],
  'cy.html': [
    'e7c1fd732d6aa3b5733af77096a137c535d5d8ca797c2f1778fc370f360071bd',
    '955026afd54060eaef19681375cda8b922ca0ac094ebf92baad1695a31437c10',
  ],
  'en.json': ['803c3dc4a07ad5a7fd615805fbaa14cd71b626141a87498af67412213a407518', ''],
} as const

it.each(Object.entries(GIVEN))(
  '[EXPORT-27] %s, given by an earlier Withy, is read as it was then',
  async (name, was) => {
    const read = await readFile(readFileSync(new URL(`./given/${name}`, import.meta.url)))
    if ('unreadable' in read) throw new Error(read.unreadable)
    expect([lettersHash(read), read.look]).toEqual(was)
  },
)
