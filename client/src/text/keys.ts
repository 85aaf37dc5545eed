import type { TextId } from './catalogue.ts'
import type { Text } from './language.ts'

/** `named`: what keys are called that have a sign on them and no letter. */
type Key = { readonly keys: string; readonly does: TextId; readonly named?: TextId }

/** The keys of Withy, as they are written on a keyboard, and what each does. The one list: help, the tools of a text box and Alt+0 show it. */
export const KEYS: readonly Key[] = [
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
  { keys: 'Alt + Shift + ↑ ↓', named: 'keys.ruler-keys', does: 'keys.ruler' },
]

/** All of them in the language shown, for a list. */
export const keysIn = (t: Text) =>
  KEYS.map(({ keys, named, does }) => ({ keys: named ? t(named) : keys, does: t(does) }))
