/** Texts that are rightly the same in both languages: names, and words Welsh shares with English. */
export const SAME_IN_WELSH = new Set([
  'Withy',
  'Aa',
  'Help',
  'English',
  'Cymraeg',
  'Homeshare',
  'Brackenford East',
  'Rosa Tillingham',
  'FHIR',
  'JSON',
  'Markdown',
  'OpenDocument',
  'PDF',
  'Word',
])
