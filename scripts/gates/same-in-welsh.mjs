/** Texts that are rightly the same in both languages: names, and words Welsh shares with English. */
export const SAME_IN_WELSH = new Set([
  'Withy',
  'English',
  'Cymraeg',
  'PDF',
  'HTML',
  'KeyRing',
  'Homeshare',
  'Shared Lives',
])
