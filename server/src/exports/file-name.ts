import { visibleText } from './visible-text.ts'

const LONGEST = 80

/**
 * A Content-Disposition header (RFC 6266) that names a download after the plan: `filename` in plain ASCII for old
 * programs, `filename*` (RFC 8187) with every letter. No sign in it means anything to a file system.
 */
export function downloadNamed(title: string, ending: 'html' | 'pdf'): string {
  const name = fileName(title)
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return `attachment; filename="${ascii || 'plan'}.${ending}"; filename*=UTF-8''${encoded(name)}.${ending}`
}

function fileName(title: string): string {
  const safe = visibleText(title)
    .replace(/[/\\:*?"<>|%;\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd\s]+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return Array.from(safe).slice(0, LONGEST).join('').trim() || 'plan'
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
