import type { TextId } from './catalogue.ts'

/** The keys of Withy, as they are written on a keyboard, and what each does. The one list: help, the tools of a text box and Alt+0 show it. */
export const KEYS: readonly { readonly keys: string; readonly does: TextId }[] = [
  { keys: 'Tab', does: 'help.key-tab' },
  { keys: 'Esc', does: 'help.key-escape' },
  { keys: 'Alt + F10', does: 'help.key-toolbar' },
  { keys: 'Ctrl + B', does: 'help.key-bold' },
  { keys: 'Ctrl + I', does: 'help.key-italic' },
  { keys: 'Ctrl + ]', does: 'help.key-indent' },
  { keys: 'Ctrl + [', does: 'help.key-outdent' },
  { keys: 'Ctrl + Z', does: 'help.key-undo' },
  { keys: 'Ctrl + Shift + Z', does: 'help.key-redo' },
  { keys: 'Alt + 0', does: 'help.key-keys' },
  { keys: 'Alt + Shift + P', does: 'help.key-people' },
  { keys: 'Alt + Shift + A', does: 'help.key-activity' },
]
