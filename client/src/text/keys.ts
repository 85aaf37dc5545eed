import type { TextId } from './catalogue.ts'

/** The keys of Withy, as they are written on a keyboard, and what each does. The one list: help, the tools of a text box and Alt+0 show it. */
export const KEYS: readonly { readonly keys: string; readonly does: TextId }[] = [
  { keys: 'Tab', does: 'keys.tab' },
  { keys: 'Esc', does: 'keys.escape' },
  { keys: 'Alt + F10', does: 'keys.toolbar' },
  { keys: 'Ctrl + B', does: 'keys.bold' },
  { keys: 'Ctrl + I', does: 'keys.italic' },
  { keys: 'Ctrl + ]', does: 'keys.indent' },
  { keys: 'Ctrl + [', does: 'keys.outdent' },
  { keys: 'Ctrl + Z', does: 'keys.undo' },
  { keys: 'Ctrl + Shift + Z', does: 'keys.redo' },
  { keys: 'Alt + 0', does: 'keys.keys' },
  { keys: 'Alt + Shift + P', does: 'keys.people' },
  { keys: 'Alt + Shift + A', does: 'keys.activity' },
  { keys: 'Alt + Shift + C', does: 'keys.talk' },
  { keys: 'Alt + Shift + N', does: 'keys.talk-next' },
  { keys: 'Alt + Shift + B', does: 'keys.talk-before' },
  { keys: 'Alt + Shift + W', does: 'keys.waiting' },
  { keys: 'Alt + Shift + Up, Alt + Shift + Down', does: 'keys.ruler' },
]
