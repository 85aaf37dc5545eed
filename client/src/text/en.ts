import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>(
  [
    './en/*.json',
    '!./en/{coach,statement,conformance}.json',
    '!./en/{said,together}.json',
    '!./en/talk*.json',
    '!./en/changed.json',
    '!./en/{agreement,standing,workshop}*.json',
    '!./en/{cards,check,copies,easy,forms,glossary,help,history,home,photos,screen,reading,spoken,where}.json',
    '!./en/{action-tests,device-copy,draft,pick,take-away}.json',
    '!./en/{import,keys,many,speak}.json',
    // A few kinds of page share these: see ./en-people.ts.
    '!./en/{join,people,share,start}.json',
  ],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files))
