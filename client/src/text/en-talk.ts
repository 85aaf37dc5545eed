import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>(['./en/talk*.json', '!./en/talk-help.json', './en/changed.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(files))
