import { visibleText } from './visible-text.ts'

const LONGEST = 80

/**
 * A Content-Disposition header (RFC 6266) that names a download after the plan: `filename` in plain ASCII for old
 * programs, `filename*` (RFC 8187) with every letter. No sign in it means anything to a file system. `which` tells files of one plan
 * apart, e.g. an agreed version from a draft.
 */
export function downloadNamed(title: string, ending: string, which = ''): string {
  const name = fileNamed(title, which)
  // Taken apart (NFKD) so that ŷ becomes y; a sign that only looked harmless may become one that is not.
  const ascii = safe(name.normalize('NFKD').replace(/[^\x20-\x7e]/g, ''))
  return `attachment; filename="${ascii}.${ending}"; filename*=UTF-8''${encoded(name)}.${ending}`
}

/** A name for a file after a plan, without its ending. */
export const fileNamed = (title: string, which = ''): string =>
  which ? `${fileNamed(title)} (${fileNamed(which)})` : safe(visibleText(title))

const safe = (name: string): string => {
  const plain = name.replace(/[/\\:*?"<>|%;\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd\s]+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '')
  return Array.from(plain).slice(0, LONGEST).join('').trim() || 'plan'
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
