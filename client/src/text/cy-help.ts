import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>(
  ['./cy/help.json', './cy/talk-help.json', './cy/{statement,conformance}.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files))
