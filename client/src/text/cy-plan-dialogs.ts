import type { Messages } from '@lingui/core'

const files = import.meta.glob<Messages>('./cy/{device-copy,forms,pick,take-away}.json', {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(files))
