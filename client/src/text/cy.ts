import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>(
  [
    './cy/*.json',
    '!./cy/{coach,statement,conformance}.json',
    '!./cy/{said,together}.json',
    '!./cy/talk*.json',
    '!./cy/changed.json',
    '!./cy/{agreement,standing,workshop}*.json',
    '!./cy/{cards,check,copies,easy,forms,glossary,help,history,home,photos,screen,reading,spoken,where}.json',
    '!./cy/{action-tests,device-copy,draft,pick,take-away}.json',
    '!./cy/{import,keys,many,speak}.json',
    // A few kinds of page share these: see ./cy-people.ts.
    '!./cy/{join,people,share,start}.json',
  ],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files))
