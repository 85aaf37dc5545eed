import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>(['./cy/talk*.json', '!./cy/talk-help.json', './cy/changed.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(files))
