import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>(['./en/workshop*.json', './en/screen.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(files))
