import { execFileSync } from 'node:child_process'

/** Why no PDF can be read here, or null. */
export function whyNoPoppler(): string | null {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return null
  } catch {
    return 'pdftotext is not here; on Debian: apt-get install poppler-utils'
  }
}
